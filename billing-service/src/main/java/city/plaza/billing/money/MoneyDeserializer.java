package city.plaza.billing.money;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads money strictly: nothing is rounded, coerced or assumed. */
class MoneyDeserializer extends StdDeserializer<Money> {

	private static final Set<String> KNOWN = Currency.availableCurrencies()
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	MoneyDeserializer() {
		super(Money.class);
	}

	@Override
	public Money deserialize(JsonParser parser, DeserializationContext context) {
		JsonNode node = context.readTree(parser);
		JsonNode amount = node.path("amount");
		if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
			return context.reportInputMismatch(this, "amount must be a whole number of minor units");
		}
		String currency = node.path("currency").asString("");
		if (!KNOWN.contains(currency)) {
			return context.reportInputMismatch(this, "currency must be an ISO 4217 code");
		}
		return new Money(amount.longValue(), currency);
	}

}
