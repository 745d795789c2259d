package city.plaza.client;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in minor units, such as cents
 * @param currency as ISO 4217 writes it
 */
public record Money(long amount, String currency) {

	public static Money usd(long cents) {
		return new Money(cents, "USD");
	}

	/** Such as {@code 250.00 USD} or {@code 250 JPY}. */
	@Override
	public String toString() {
		int decimals = Currency.getInstance(this.currency).getDefaultFractionDigits();
		return BigDecimal.valueOf(this.amount, decimals).toPlainString() + " " + this.currency;
	}

}
