package city.plaza.portal.page;

import java.util.Random;

import org.jspecify.annotations.Nullable;
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
	@ValueSource(strings = { "USD", "JPY", "KWD" })
	void isReadAsItIsShown(String currency) {
		Random random = new Random(20260302);
		for (int round = 0; round < 500; round++) {
			Money money = new Money(random.nextLong(-999_999_999_999L, 1_000_000_000_000L), currency);
			assertThat(Money.parse(money.plain(), currency)).as("round %s", round).contains(money);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "-$5.00|", "$-5.00|-500", "-5|-500", "$ 5|500", "1,000,000|100000000",
					"999999999999|99999999999900", "000123|12300", "0.00|0", "-0|0", "5.00000000|500",
					"$1,250.50|125050", "5.0000000001|" })
	void isExactToTheCentOrNothing(String typed, @Nullable Long amount) {
		assertThat(Money.parse(typed, "USD").map(Money::amount).orElse(null)).isEqualTo(amount);
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, '$92,233,720,368,547,758.07'",
			"-9223372036854775808, '-$92,233,720,368,547,758.08'", "0, $0.00" })
	void showsEveryAmountThatThereIs(long amount, String shown) {
		assertThat(new Money(amount, "USD")).hasToString(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$", "$$5", ".5", ",5", "1,0000", "10,00", "1,000,0", "5-", "(5)", "5 USD", "\u20ac5",
			"1\u00a0000", "NaN", "Infinity", "1_000", "5\u2212", "\u22125", "+5", "5,", "\u0665", "1.5.", "1e-2" })
	void isNoAmountThatSomebodyMightMean(String typed) {
		assertThat(Money.parse(typed, "USD")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1.005", "ten", "1,2,3", "1e5", "--1", "1.2.3", "0x10", "１２", "9999999999999" })
	void isNotGuessed(String typed) {
		assertThat(Money.parse(typed, "USD")).isEmpty();
	}

}
