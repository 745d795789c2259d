package city.plaza.accountlink.customer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTypedTests {

	@ParameterizedTest
	@CsvSource({ "100234-001, 100234-001, 100234001", "' ab-12 ', AB-12, AB12", "'1 00 234', 1 00 234, 100234",
			"100234\u2013001, 100234\u2013001, 100234001", "１００２３４, 100234, 100234", "' - ', -, ''" })
	void hasAnExactAndACompactForm(String typed, String exact, String compact) {
		assertThat(NumberTyped.of(typed)).isEqualTo(new NumberTyped(exact, compact));
	}

}
