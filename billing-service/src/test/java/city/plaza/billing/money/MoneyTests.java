package city.plaza.billing.money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Test
	void isAnAmountAndACurrencyInJson() {
		Money money = new Money(25_000, "USD");

		assertThat(JSON.writeValueAsString(money)).isEqualTo("{\"amount\":25000,\"currency\":\"USD\"}");
		assertThat(JSON.readValue("{\"amount\":25000,\"currency\":\"USD\"}", Money.class)).isEqualTo(money);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"amount\":250.5,\"currency\":\"USD\"}", "{\"amount\":250.0,\"currency\":\"USD\"}",
			"{\"amount\":2e2,\"currency\":\"USD\"}", "{\"amount\":\"250\",\"currency\":\"USD\"}",
			"{\"amount\":null,\"currency\":\"USD\"}", "{\"currency\":\"USD\"}", "{\"amount\":250}",
			"{\"amount\":250,\"currency\":\"usd\"}", "{\"amount\":250,\"currency\":840}",
			"{\"amount\":9223372036854775808,\"currency\":\"USD\"}", "250", "\"250.00\"", "[250,\"USD\"]" })
	void isReadStrictly(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> JSON.readValue(json, Money.class));
	}

	@Test
	void doesNotMixCurrencies() {
		Money dollars = new Money(1, "USD");
		Money euros = new Money(1, "EUR");

		assertThatIllegalArgumentException().isThrownBy(() -> dollars.plus(euros));
		assertThatIllegalArgumentException().isThrownBy(() -> dollars.minus(euros));
		assertThatIllegalArgumentException().isThrownBy(() -> dollars.isMoreThan(euros));
	}

	@Test
	void doesNotOverflowInSilence() {
		Money most = new Money(Long.MAX_VALUE, "USD");

		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> most.plus(new Money(1, "USD")));
	}

	@Test
	void isWrittenWithTheDecimalsOfItsCurrency() {
		assertThat(new Money(25_000, "USD").toDecimal()).isEqualTo("250.00");
		assertThat(new Money(-5, "USD").toDecimal()).isEqualTo("-0.05");
		assertThat(new Money(250, "JPY").toDecimal()).isEqualTo("250");
	}

}
