package city.plaza.notification.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FormatsTests {

	private final Formats formats = new Formats(ZoneId.of("America/Chicago"), Instant.parse("2026-03-02T15:04:05Z"));

	@ParameterizedTest
	@CsvSource({ "25000, USD, $250.00", "5, USD, $0.05", "123456789, USD, '$1,234,567.89'",
			"900719925474099300, USD, '$9,007,199,254,740,993.00'" })
	void saysMoneyInUsForm(long amount, String currency, String said) {
		assertThat(this.formats.money(Map.of("amount", amount, "currency", currency))).isEqualTo(said);
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
	@CsvSource({ "2026-03-02T15:14:05Z, 10 minutes", "2026-03-02T15:14:04Z, 9 minutes",
			"2026-03-02T15:05:30Z, 1 minute", "2026-03-02T15:04:30Z, less than a minute" })
	void roundsTheTimeLeftDown(String expiry, String said) {
		assertThat(this.formats.until(expiry)).isEqualTo(said);
	}

}
