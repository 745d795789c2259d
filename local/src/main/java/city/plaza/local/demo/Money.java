package city.plaza.local.demo;

import java.math.BigDecimal;

import tools.jackson.databind.JsonNode;

/** Money as the API writes it, for showing. */
final class Money {

	private Money() {
	}

	/** Such as {@code 250.00 USD}. */
	static String shown(JsonNode money) {
		return BigDecimal.valueOf(money.path("amount").asLong(0), 2) + " " + money.path("currency").asString("");
	}

	static long cents(JsonNode money) {
		return money.path("amount").asLong(-1);
	}

}
