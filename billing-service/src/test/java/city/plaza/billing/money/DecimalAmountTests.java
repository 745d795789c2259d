package city.plaza.billing.money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DecimalAmountTests {

	@ParameterizedTest
	@CsvSource({ "250.00,25000", "250,25000", "250.5,25050", "0.01,1", "-72.50,-7250", "0,0",
			"999999999.99,99999999999" })
	void readsMinorUnits(String text, long minor) {
		assertThat(DecimalAmount.parse(text, "USD")).hasValue(minor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "250.001", "250.000", "250.", ".50", "1,250.00", "$250", "250 USD", "2.5e2",
			"NaN", "+1", "--1", "1000000000", "٢٥٠" })
	void refusesWhatIsNoAmount(String text) {
		assertThat(DecimalAmount.parse(text, "USD")).isEmpty();
	}

	@Test
	void takesAsManyDecimalsAsTheCurrencyHas() {
		assertThat(DecimalAmount.parse("250.5", "JPY")).isEmpty();
		assertThat(DecimalAmount.parse("1.234", "KWD")).hasValue(1234);
	}

}
