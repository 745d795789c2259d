package city.plaza.identity.legacy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LegacyQueryTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "   ", "ab", " ab ", ",,,,", "pat\u0000", "pat\nexample" })
	void refusesWhatWouldFindEverybody(String typed) {
		assertThat(LegacyQuery.read(typed)).isEmpty();
	}

	@Test
	void takesUpToAHundredCharacters() {
		assertThat(LegacyQuery.read("x".repeat(100))).isPresent();
		assertThat(LegacyQuery.read("x".repeat(101))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Example, Pat|Example Pat", "125 Main St, Any  Town|125 Main St Any Town",
			"100%_|100\\%\\_", "back\\slash|back\\\\slash" })
	void searchesByWordsAndNothingElse(String typed, String pattern) {
		assertThat(LegacyQuery.read(typed).orElseThrow().pattern()).isEqualTo(pattern);
	}

}
