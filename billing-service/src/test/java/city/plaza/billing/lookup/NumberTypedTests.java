package city.plaza.billing.lookup;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTypedTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			100234          | 100234
			' 100234 '      | 100234
			100 234         | 100234
			1００234          | 100234
			100\u200b234    | 100234
			2021–000123     | 2021-000123
			2021—000123     | 2021-000123
			c-10001         | C-10001
			C-10001         | C-10001
			C-10001         | c-10001
			'C   10001'     | C 10001
			a.b_c           | A.B_C
			""")
	void findsANumberHoweverItIsTyped(String typed, String ofTheLedger) {
		assertThat(NumberTyped.of(typed).spellings()).contains(ofTheLedger);
	}

	@Test
	void triesTheLikeliestSpellingFirst() {
		assertThat(NumberTyped.of("c-1 0").spellings()).containsExactly("c-1 0", "C-1 0", "C10", "C-10");
	}

	/** Else another spelling of a number would give a guesser more tries at it. */
	@ParameterizedTest
	@ValueSource(
			strings = { "100234", " c-10 001", "C–10001", "ı1", "K1", "ﬁ1", "a\u00ad1", "Ａ－１", "1-\u200b-2", "a . b" })
	void countsEverySpellingAsTheSameNumber(String typed) {
		NumberTyped number = NumberTyped.of(typed);
		assertThat(number.spellings()).isNotEmpty()
			.allSatisfy((spelling) -> assertThat(NumberTyped.of(spelling).compact()).isEqualTo(number.compact()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "--", "'; drop table bill; --", "١٢٣", "客户", "1\u0000%", "_1", "😀" })
	void looksUpNothingThatCanBeNoNumber(String typed) {
		assertThat(NumberTyped.of(typed).spellings()).isEqualTo(List.of());
	}

}
