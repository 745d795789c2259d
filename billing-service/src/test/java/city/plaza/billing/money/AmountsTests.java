package city.plaza.billing.money;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Amounts at their limits, and what is read back of what was written. */
class AmountsTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** What a file may hold: nine digits before the point. */
	private static final long LARGEST = 999_999_999L;

	@ParameterizedTest
	@CsvSource({ "USD, 100", "JPY, 1", "KWD, 1000" })
	void whatIsWrittenAsADecimalIsReadBack(String currency, long units) {
		Random random = new Random(20);
		for (int i = 0; i < 2_000; i++) {
			Money money = new Money(random.nextLong(-LARGEST * units, LARGEST * units + 1), currency);
			assertThat(DecimalAmount.parse(money.toDecimal(), currency)).as(money.toDecimal()).hasValue(money.amount());
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "USD, 0.00, 0", "USD, -0.00, 0", "USD, 000000001.10, 110", "USD, -999999999.99, -99999999999",
			"USD, 0000000001.10,", "USD, 1000000000.00,", "JPY, 999999999, 999999999", "JPY, 1.0,", "KWD, 0.001, 1",
			"KWD, 0.0001,", "KWD, 999999999.999, 999999999999", "CLF, 0.0001, 1", "USD, 0.00001,", "EUR, -.5,",
			"EUR, 5-,", "EUR, 0x10,", "EUR, 1_000," })
	void readsAsManyDigitsAsTheCurrencyHasAndNoMore(String currency, String text, Long minor) {
		assertThat(DecimalAmount.parse(text, currency))
			.isEqualTo((minor != null) ? OptionalLong.of(minor) : OptionalLong.empty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1\n", "\n1", "1\r\n2", "1\u0000", "\u202E1", "1\u200B", "\uFF11.00", "\u0661", "\u22121",
			"\uD83D\uDE00", "\uD83D", "1\u00A0000", "1'000", "Infinity", "1e-2" })
	void readsNothingButPlainDigits(String text) {
		assertThat(DecimalAmount.parse(text, "USD")).isEmpty();
	}

	@Test
	void refusesAHugeTextAtOnce() {
		assertThat(DecimalAmount.parse("9".repeat(1_000_000), "USD")).isEmpty();
		assertThat(DecimalAmount.parse("0." + "0".repeat(1_000_000), "USD")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "9223372036854775807, USD, 92233720368547758.07", "-9223372036854775808, USD, -92233720368547758.08",
			"-9223372036854775808, JPY, -9223372036854775808", "1, KWD, 0.001", "-1, USD, -0.01", "0, EUR, 0.00" })
	void writesEveryAmountThereIs(long minor, String currency, String decimal) {
		assertThat(new Money(minor, currency).toDecimal()).isEqualTo(decimal);
	}

	@Test
	void addsAndSubtractsToWhereItBegan() {
		Random random = new Random(21);
		for (int i = 0; i < 1_000; i++) {
			Money one = new Money(random.nextLong() / 2, "USD");
			Money other = new Money(random.nextLong() / 2, "USD");
			assertThat(one.plus(other)).isEqualTo(other.plus(one));
			assertThat(one.plus(other).minus(other)).isEqualTo(one);
			assertThat(one.isMoreThan(other)).isEqualTo(one.minus(other).amount() > 0);
			assertThat(one.isMoreThan(one)).isFalse();
		}
	}

	@Test
	void neverWrapsAround() {
		Money least = new Money(Long.MIN_VALUE, "USD");
		Money cent = new Money(1, "USD");
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.minus(cent));
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> cent.minus(least));
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> least.plus(least));
		assertThat(cent.isMoreThan(least)).isTrue();
		assertThat(new Money(Long.MAX_VALUE, "USD").minus(new Money(Long.MAX_VALUE, "USD")).amount()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "usd", "US", "USDX", "ABC", "U\u0000D", "\uFF35\uFF33\uFF24", "US\uD83D" })
	void thereIsNoMoneyWithoutItsCurrency(String currency) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, currency));
		String json = JSON.writeValueAsString(Map.of("amount", 1, "currency", currency));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, Money.class));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"currency\":\"USD\",\"amount\":-1} | -1", "{ \"amount\" : 0 , \"currency\" : \"USD\" } | 0",
					"{\"amount\":9223372036854775807,\"currency\":\"USD\"} | 9223372036854775807",
					"{\"amount\":-9223372036854775808,\"currency\":\"USD\"} | -9223372036854775808",
					"{\"amount\":5,\"currency\":\"USD\",\"note\":{\"amount\":7}} | 5" })
	void isReadWhereverItsFieldsStand(String json, long minor) {
		assertThat(JSON.readValue(json, Money.class)).isEqualTo(new Money(minor, "USD"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "true", "{\"amount\":[1],\"currency\":\"USD\"}",
			"{\"amount\":1,\"currency\":[\"USD\"]}", "{\"amount\":true,\"currency\":\"USD\"}",
			"{\"amount\":1,\"currency\":null}", "{\"amount\":1,\"currency\":\"USD \"}",
			"{\"amount\":-9223372036854775809,\"currency\":\"USD\"}", "{\"amount\":1e400,\"currency\":\"USD\"}",
			"{\"amount\":NaN,\"currency\":\"USD\"}", "{\"amount\":01,\"currency\":\"USD\"}", "{\"amount\":1" })
	void refusesEveryOtherForm(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, Money.class));
	}

	@Test
	void isWrittenAndReadBack() {
		Random random = new Random(22);
		for (String currency : new String[] { "USD", "EUR", "JPY", "KWD" }) {
			Money money = new Money(random.nextLong(), currency);
			assertThat(JSON.readValue(JSON.writeValueAsString(money), Money.class)).isEqualTo(money);
		}
	}

}
