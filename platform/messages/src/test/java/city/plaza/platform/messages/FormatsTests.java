package city.plaza.platform.messages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FormatsTests {

	private final Formats english = Formats.of(Language.ENGLISH);

	private final Formats spanish = Formats.of(Language.SPANISH);

	@Test
	void writeDatesSoThatNobodyTakesTheDayForTheMonth() {
		LocalDate day = LocalDate.of(2021, 7, 2);
		assertThat(this.english.date(day)).isEqualTo("7/2/2021");
		assertThat(this.spanish.date(day)).isEqualTo("2 de julio de 2021");
	}

	@ParameterizedTest
	@CsvSource({ "00:00, 12:00 AM, 12:00 a.\u00a0m.", "12:00, 12:00 PM, 12:00 p.\u00a0m.",
			"15:05, 3:05 PM, 3:05 p.\u00a0m." })
	void writeTimesOfTwelveHours(LocalTime time, String english, String spanish) {
		assertThat(this.english.time(time)).isEqualTo(english);
		assertThat(this.spanish.time(time)).isEqualTo(spanish);
	}

	@Test
	void writeDateAndTimeTogether() {
		LocalDateTime when = LocalDateTime.of(2024, 2, 29, 9, 30);
		assertThat(this.english.dateTime(when)).isEqualTo("2/29/2024, 9:30 AM");
		assertThat(this.spanish.dateTime(when)).isEqualTo("29 de febrero de 2024, 9:30 a.\u00a0m.");
		assertThat(this.english.weekday(when)).isEqualTo("Thursday");
		assertThat(this.spanish.weekday(when)).isEqualTo("jueves");
	}

	@Test
	void writeMonths() {
		YearMonth month = YearMonth.of(2021, 1);
		assertThat(this.english.month(month)).isEqualTo("January 2021");
		assertThat(this.spanish.month(month)).isEqualTo("enero de 2021");
		assertThat(this.english.monthInitial(month)).isEqualTo("J");
		assertThat(this.spanish.monthInitial(month)).isEqualTo("E");
	}

	@Test
	void enumerateDays() {
		List<DayOfWeek> days = List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.FRIDAY);
		assertThat(this.english.weekdays(days)).isEqualTo("Monday, Tuesday, and Friday");
		assertThat(this.spanish.weekdays(days)).isEqualTo("lunes, martes y viernes");
		assertThat(this.spanish.weekdays(days.subList(0, 2))).isEqualTo("lunes y martes");
		assertThat(this.english.weekdays(days.subList(0, 1))).isEqualTo("Monday");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			123450               | USD | $1,234.50
			-5000                | USD | -$50.00
			0                    | USD | $0.00
			1                    | USD | $0.01
			9223372036854775807  | USD | $92,233,720,368,547,758.07
			-9223372036854775808 | USD | -$92,233,720,368,547,758.08
			500                  | JPY | ¥500
			1234                 | CAD | CA$12.34
			""")
	void writeMoneyToTheCent(long amount, String currency, String text) {
		assertThat(Formats.money(amount, currency)).isEqualTo(text);
	}

}
