package city.plaza.identity.legacy;

import java.time.LocalDate;
import java.time.ZoneId;

import city.plaza.platform.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CutOverTests {

	@ParameterizedTest
	@CsvSource({ "2024-06-28T04:59:59Z, false", "2024-06-28T05:00:00Z, true", "2026-03-02T00:00:00Z, true",
			"2024-06-27T23:00:00Z, false" })
	void beginsWithTheDayInTheCity(String now, boolean begun) {
		assertThat(cutOver(LocalDate.of(2024, 6, 28), now).hasBegun()).isEqualTo(begun);
	}

	@Test
	void neverBeginsWithoutADate() {
		CutOver none = cutOver(null, "2026-03-02T00:00:00Z");
		assertThat(none.hasBegun()).isFalse();
		assertThat(none.date()).isEmpty();
	}

	private static CutOver cutOver(@Nullable LocalDate day, String now) {
		return new CutOver(new LegacySettings(day), ZoneId.of("America/Chicago"), TestClock.standingAt(now));
	}

}
