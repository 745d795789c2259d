package city.plaza.notification.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import city.plaza.platform.messages.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailFormatsTests {

	private final MailFormats formats = new MailFormats(Language.ENGLISH, ZoneId.of("America/Chicago"),
			Instant.parse("2026-03-02T15:04:05Z"));

	@ParameterizedTest
	@CsvSource({ "25000, USD, $250.00", "5, USD, $0.05", "123456789, USD, '$1,234,567.89'",
			"900719925474099300, USD, '$9,007,199,254,740,993.00'" })
	void saysMoneyInUsForm(long amount, String currency, String said) {
		assertThat(this.formats.money(Map.of("amount", amount, "currency", currency))).isEqualTo(said);
	}

	@ParameterizedTest
	@CsvSource({ "0, USD, $0.00", "-25000, USD, -$250.00", "-1, USD, -$0.01", "1234, JPY, '¥1,234'",
			"9223372036854775807, USD, '$92,233,720,368,547,758.07'",
			"-9223372036854775808, USD, '-$92,233,720,368,547,758.08'" })
	void saysEveryAmountThatThereIs(long amount, String currency, String said) {
		assertThat(this.formats.money(Map.of("amount", amount, "currency", currency))).isEqualTo(said);
	}

	/** In the night of the change an hour comes twice, or never. */
	@ParameterizedTest
	@CsvSource({ "2026-03-08T07:59:59Z, 3/8/2026, 1:59 AM", "2026-03-08T08:00:00Z, 3/8/2026, 3:00 AM",
			"2026-11-01T06:30:00Z, 11/1/2026, 1:30 AM", "2026-11-01T07:30:00Z, 11/1/2026, 1:30 AM",
			"2028-02-29T06:00:00Z, 2/29/2028, 12:00 AM", "2028-03-01T05:59:59Z, 2/29/2028, 11:59 PM",
			"2027-01-01T05:59:59.999Z, 12/31/2026, 11:59 PM", "2026-07-04T17:00:00Z, 7/4/2026, 12:00 PM" })
	void saysTheDayAndTheTimeOnTheCitysClocks(String instant, String day, String time) {
		assertThat(this.formats.day(instant)).isEqualTo(day);
		assertThat(this.formats.time(instant)).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2026-02-30T00:00:00Z", "2026-03-02", "tomorrow" })
	void guessesNoTime(String text) {
		assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> this.formats.day(text));
		assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> this.formats.minutesUntil(text));
	}

	@Test
	void takesNoFractionsOfNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.formats.money(Map.of()));
	}

	@Test
	void saysDatesAndTimesOfTheCity() {
		assertThat(this.formats.date("2021-07-02")).isEqualTo("7/2/2021");
		assertThat(this.formats.day("2026-03-02T05:30:00Z")).isEqualTo("3/1/2026");
		assertThat(this.formats.time("2026-03-02T21:14:05Z")).isEqualTo("3:14 PM");
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T15:14:05Z, 10", "2026-03-02T15:14:04Z, 9", "2026-03-02T15:05:30Z, 1",
			"2026-03-02T15:04:30Z, 0", "2026-03-02T15:06:05Z, 2", "2026-03-02T15:06:04Z, 1", "2026-03-02T15:04:05Z, 0",
			"2026-03-02T14:00:00Z, 0", "2026-03-02T17:04:05Z, 120" })
	void roundsTheMinutesLeftDown(String expiry, long minutes) {
		assertThat(this.formats.minutesUntil(expiry)).isEqualTo(minutes);
	}

}
