package city.plaza.portal.page;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

import city.plaza.platform.messages.Formats;
import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * An amount of money, shown as {@code $250.00}.
 *
 * @param amount in minor units (cents)
 * @param currency ISO 4217
 */
public record Money(long amount, String currency) {

	/**
	 * Reads what a person typed.
	 * @param typed such as {@code 1,250.50} or {@code $1250.5}
	 * @param currency ISO 4217
	 * @return the exact amount; empty for what is no amount or has a fraction of a cent
	 */
	public static Optional<Money> parse(String typed, String currency) {
		String plain = typed.strip().replaceFirst("^\\$\\s*", "");
		if (!plain.matches("-?(\\d{1,12}|\\d{1,3}(,\\d{3}){1,3})(\\.\\d*)?")) {
			return Optional.empty();
		}
		BigDecimal amount = new BigDecimal(plain.replace(",", ""));
		try {
			return Optional.of(new Money(amount.movePointRight(digits(currency)).longValueExact(), currency));
		}
		catch (ArithmeticException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether there is such a currency.
	 * @param code as a browser sent it
	 * @return true for a code of ISO 4217
	 */
	public static boolean isCurrency(String code) {
		return Currency.getAvailableCurrencies().stream().anyMatch((known) -> known.getCurrencyCode().equals(code));
	}

	@JsonIgnore
	public boolean isPositive() {
		return this.amount > 0;
	}

	/** The amount as a person would type it: {@code 250.00}. */
	public String plain() {
		return BigDecimal.valueOf(this.amount, digits(this.currency)).toPlainString();
	}

	@Override
	public String toString() {
		return Formats.money(this.amount, this.currency);
	}

	private static int digits(String currency) {
		return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
	}

}
