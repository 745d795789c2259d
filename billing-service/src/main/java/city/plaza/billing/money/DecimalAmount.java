package city.plaza.billing.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Money as files write it: {@code 250}, {@code 250.5} or {@code 250.00}. */
public final class DecimalAmount {

	/** Nine digits before the point: sums of millions of such amounts still fit. */
	private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,4})?");

	private static final String LARGEST = "999999999";

	private DecimalAmount() {
	}

	/**
	 * Reads an amount.
	 * @param text digits, at most nine before the point, and no more after it than the
	 * currency has; no grouping, no currency sign
	 * @param currency decides how many decimals there are
	 * @return minor units, or empty where the text is no such amount
	 */
	public static OptionalLong parse(String text, String currency) {
		if (!FORM.matcher(text).matches()) {
			return OptionalLong.empty();
		}
		BigDecimal amount = new BigDecimal(text);
		int digits = digits(currency);
		return (amount.scale() <= digits) ? OptionalLong.of(amount.movePointRight(digits).longValueExact())
				: OptionalLong.empty();
	}

	/** The largest amount that can be read. */
	public static String largest(String currency) {
		int digits = digits(currency);
		return LARGEST + ((digits > 0) ? "." + "9".repeat(digits) : "");
	}

	static String format(Money money) {
		return BigDecimal.valueOf(money.amount(), digits(money.currency())).toPlainString();
	}

	private static int digits(String currency) {
		return Currency.getInstance(currency).getDefaultFractionDigits();
	}

}
