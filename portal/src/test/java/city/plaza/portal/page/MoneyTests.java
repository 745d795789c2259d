package city.plaza.portal.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "25000|$250.00", "1|$0.01", "123456789|$1,234,567.89", "-5|-$0.05",
			"9007199254740993|$90,071,992,547,409.93" })
	void isShownToTheCent(long amount, String shown) {
		assertThat(new Money(amount, "USD")).hasToString(shown);
	}

	@Test
	void knowsCurrenciesWithoutCents() {
		assertThat(new Money(250, "JPY")).hasToString("¥250");
		assertThat(Money.parse("250", "JPY")).contains(new Money(250, "JPY"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "250|25000", "$250.00|25000", "1,250.5|125050", " 0.01 |1", "12.|1200", "1.10|110" })
	void isReadAsPeopleTypeIt(String typed, long amount) {
		assertThat(Money.parse(typed, "USD")).contains(new Money(amount, "USD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1.005", "ten", "1,2,3", "1e5", "--1", "1.2.3", "0x10", "１２", "9999999999999" })
	void isNotGuessed(String typed) {
		assertThat(Money.parse(typed, "USD")).isEmpty();
	}

}
