package city.plaza.platform.failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SqlStateTests {

	// The neighbours of each state that is an outage are none.
	@ParameterizedTest
	@CsvSource({ "07001, false", "08001, true", "08P01, true", "09000, false", "52000, false", "53000, true",
			"53400, true", "54000, false", "57000, false", "57P00, false", "57P01, true", "57P05, true", "57P06, false",
			"40000, false", "40001, true", "40002, false", "40003, false", "40P01, true", "55P02, false", "55P03, true",
			"55P04, false", "58000, false", "58030, true", "58P01, false", "25006, true", "25P02, false",
			"25P03, false" })
	void knowsTheStatesOfAnOutage(String state, boolean isOutage) {
		assertThat(SqlState.isOutage(state)).isEqualTo(isOutage);
		assertThat(SqlState.isKnown(state)).isTrue();
		assertThat(SqlState.isTimeout(state)).isFalse();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "0", "08", "53", "0800", "080000", "57P011" })
	void takesNothingFromWhatIsNoState(String state) {
		assertThat(SqlState.isKnown(state)).isFalse();
		assertThat(SqlState.isOutage(state)).isFalse();
		assertThat(SqlState.isTimeout(state)).isFalse();
	}

	@Test
	void aCanceledStatementIsATimeoutAndNoOutage() {
		assertThat(SqlState.isTimeout("57014")).isTrue();
		assertThat(SqlState.isOutage("57014")).isFalse();
	}

}
