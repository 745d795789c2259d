package city.plaza.client;

import java.math.BigDecimal;

/**
 * An amount of money.
 *
 * @param amount in minor units, such as cents
 * @param currency as ISO 4217 writes it
 */
public record Money(long amount, String currency) {

	private static final int DECIMALS = 2;

	public static Money usd(long cents) {
		return new Money(cents, "USD");
	}

	/** Such as {@code 250.00 USD}. */
	@Override
	public String toString() {
		return BigDecimal.valueOf(this.amount, DECIMALS) + " " + this.currency;
	}

}
