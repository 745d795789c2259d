package city.plaza.local.suite;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WholeNumberTests {

	private static final String NAME = "PLAZA_HEAP_MEGABYTES";

	@ParameterizedTest
	@CsvSource({ "1, 1", "512, 512", "' 90 ', 90", "007, 7", "999999999, 999999999", "'', 160", "'  ', 160" })
	void isReadFromTheEnvironment(String text, int number) {
		assertThat(WholeNumber.of(Map.of(NAME, text), NAME, 160)).isEqualTo(number);
	}

	@Test
	void isTheOtherOneWhereItIsNotSet() {
		assertThat(WholeNumber.of(Map.of(), NAME, 160)).isEqualTo(160);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "000", "-1", "+1", "512m", "1.5", "1e3", "0x10", "1000000000", "2147483648", "\u0661",
			"1 2", "many" })
	void isRefusedInOneLineThatNamesTheSetting(String text) {
		assertThatThrownBy(() -> WholeNumber.of(Map.of(NAME, text), NAME, 160)).isInstanceOf(UsageException.class)
			.hasMessage(NAME + " must be a whole number of at least 1, but is \"" + text + "\".");
	}

}
