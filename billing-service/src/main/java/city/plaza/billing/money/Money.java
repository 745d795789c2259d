package city.plaza.billing.money;

import java.util.Currency;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * An amount of money. In JSON {@code {"amount": 25000, "currency": "USD"}}, read
 * strictly: a fraction, a text or a missing field is refused.
 *
 * @param amount in minor units (cents); may be negative
 * @param currency by its ISO 4217 code
 */
@Schema(description = "An amount of money.")
@JsonDeserialize(using = MoneyDeserializer.class)
public record Money(@Schema(example = "25000") long amount,
		@Schema(example = "USD", pattern = "^[A-Z]{3}$") String currency) {

	/**
	 * Checks the currency.
	 * @throws IllegalArgumentException if there is no such currency
	 */
	public Money {
		Currency.getInstance(currency);
	}

	/**
	 * Adds.
	 * @param other of the same currency
	 * @return the sum
	 * @throws IllegalArgumentException if the currencies differ
	 * @throws ArithmeticException if the sum does not fit
	 */
	public Money plus(Money other) {
		return new Money(Math.addExact(this.amount, inSameCurrency(other).amount), this.currency);
	}

	/**
	 * Subtracts.
	 * @param other of the same currency
	 * @return the difference
	 * @throws IllegalArgumentException if the currencies differ
	 * @throws ArithmeticException if the difference does not fit
	 */
	public Money minus(Money other) {
		return new Money(Math.subtractExact(this.amount, inSameCurrency(other).amount), this.currency);
	}

	/**
	 * Compares.
	 * @param other of the same currency
	 * @return whether this is more
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public boolean isMoreThan(Money other) {
		return this.amount > inSameCurrency(other).amount;
	}

	/**
	 * The amount as a plain decimal with the currency's digits, such as {@code 250.00}.
	 */
	public String toDecimal() {
		return DecimalAmount.format(this);
	}

	private Money inSameCurrency(Money other) {
		if (!other.currency.equals(this.currency)) {
			throw new IllegalArgumentException("%s and %s do not mix".formatted(this.currency, other.currency));
		}
		return other;
	}

}
