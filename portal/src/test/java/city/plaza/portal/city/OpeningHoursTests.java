package city.plaza.portal.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.portal.city.OpeningHours.Hours;
import city.plaza.platform.messages.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpeningHoursTests {

	private static final Hours LONG = new Hours(LocalTime.of(7, 30), LocalTime.of(17, 0));

	private final OpeningHours hours = new OpeningHours(
			Map.of(DayOfWeek.MONDAY, LONG, DayOfWeek.WEDNESDAY, new Hours(LocalTime.of(10, 0), LocalTime.of(14, 0)),
					DayOfWeek.THURSDAY, LONG, DayOfWeek.FRIDAY, LONG),
			Set.of(LocalDate.of(2026, 12, 24)),
			List.of(holiday("2027-01-01"), holiday("2026-12-25"), holiday("2026-12-26")));

	@Test
	void saysDaysOfTheSameHoursTogether() {
		assertThat(this.hours.lines()).containsExactly(
				new OpeningHours.Line(List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), LONG),
				new OpeningHours.Line(List.of(DayOfWeek.WEDNESDAY),
						new Hours(LocalTime.of(10, 0), LocalTime.of(14, 0))));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-23T07:30,true", "2026-11-23T07:29,false", "2026-11-23T16:59,true", "2026-11-23T17:00,false",
			"2026-11-24T12:00,false", "2026-11-25T14:00,false", "2026-11-22T12:00,false", "2026-12-24T12:00,false",
			"2026-12-25T12:00,false" })
	void knowsWhetherItIsOpen(LocalDateTime when, boolean open) {
		assertThat(this.hours.isOpen(when)).isEqualTo(open);
	}

	/**
	 * A Saturday needs no holiday; what is further off than 60 days need not be known
	 * yet.
	 */
	@ParameterizedTest
	@CsvSource({ "2026-10-25,''", "2026-10-26,2026-12-25", "2026-11-02,2026-12-25 2027-01-01",
			"2026-12-25,2026-12-25 2027-01-01", "2026-12-26,2027-01-01", "2027-01-02,''" })
	void namesTheNextHolidays(LocalDate today, String days) {
		assertThat(this.hours.holidaysAfter(today)).extracting((each) -> each.date().toString())
			.containsExactly(days.isEmpty() ? new String[0] : days.split(" "));
	}

	private static OpeningHours.Holiday holiday(String date) {
		return new OpeningHours.Holiday(LocalDate.parse(date), LocalText.of("Holiday"));
	}

}
