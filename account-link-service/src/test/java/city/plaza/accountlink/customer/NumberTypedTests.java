package city.plaza.accountlink.customer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTypedTests {

	@ParameterizedTest
	@CsvSource({ "100234-001, 100234-001, 100234001", "' ab-12 ', AB-12, AB12", "'1 00 234', 1 00 234, 100234",
			"100234\u2013001, 100234\u2013001, 100234001", "１００２３４, 100234, 100234", "' - ', -, ''" })
	void hasAnExactAndACompactForm(String typed, String exact, String compact) {
		assertThat(NumberTyped.of(typed)).isEqualTo(new NumberTyped(exact, compact));
	}

	@ParameterizedTest
	@CsvSource({ "'\u00a0100 234\u00a0', 100 234, 100234", "100\u2011234, 100\u2010234, 100234",
			"100\u200b234, 100\u200b234, 100234", "100\u00ad234, 100\u00ad234, 100234", "100_234, 100_234, 100_234",
			"100/234, 100/234, 100/234", "\u2116 7, NO 7, NO7" })
	void losesSpacesAndDashesOfAllKindsAndNothingElse(String typed, String exact, String compact) {
		assertThat(NumberTyped.of(typed)).isEqualTo(new NumberTyped(exact, compact));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", " - ", "--", "\u2013", "\u200b", "\u3000" })
	void isEmptyWhereOnlyADashStandsForIt(String typed) {
		assertThat(NumberTyped.of(typed).isEmpty()).isTrue();
		assertThat(NumberTyped.of(typed + "0").isEmpty()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "100234-001", " ab 12 ", "\uff11\uff12", "\u00df", "\u2116" })
	void isTheSameReadAgain(String typed) {
		NumberTyped once = NumberTyped.of(typed);
		assertThat(NumberTyped.of(once.exact())).isEqualTo(once);
		assertThat(NumberTyped.of(once.compact()).compact()).isEqualTo(once.compact());
	}

}
