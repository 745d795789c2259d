package city.plaza.client;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyTests {

	@ParameterizedTest
	@CsvSource({ "25000, USD, 250.00 USD", "0, USD, 0.00 USD", "5, EUR, 0.05 EUR", "-1, USD, -0.01 USD",
			"250, JPY, 250 JPY", "-250000, JPY, -250000 JPY", "1234, KWD, 1.234 KWD",
			"9223372036854775807, USD, 92233720368547758.07 USD",
			"-9223372036854775808, CLP, -9223372036854775808 CLP" })
	void isWrittenWithTheDecimalsOfItsCurrency(long amount, String currency, String text) {
		assertThat(new Money(amount, currency)).hasToString(text);
	}

}
