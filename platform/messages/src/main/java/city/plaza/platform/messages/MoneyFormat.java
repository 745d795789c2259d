package city.plaza.platform.messages;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How amounts of one currency are written. Java's own format is asked for the signs once;
 * a page has dozens of amounts, and a format cannot be shared by threads.
 *
 * @param before what stands before an amount
 * @param beforeNegative what stands before an amount below zero, without its sign
 * @param digits of the minor unit
 */
record MoneyFormat(String before, String beforeNegative, int digits) {

	private static final int GROUP = 3;

	/** As many as there are currencies, at most. */
	private static final Map<String, MoneyFormat> KNOWN = new ConcurrentHashMap<>();

	/**
	 * The format of a currency.
	 * @param currency ISO 4217
	 * @throws IllegalArgumentException if there is no such currency
	 */
	static MoneyFormat of(String currency) {
		return KNOWN.computeIfAbsent(currency, (code) -> create(Currency.getInstance(code)));
	}

	private static MoneyFormat create(Currency unit) {
		int digits = Math.max(0, unit.getDefaultFractionDigits());
		if (!(NumberFormat.getCurrencyInstance(Locale.US) instanceof DecimalFormat format)) {
			throw new IllegalStateException("Java writes money in another way than with decimals");
		}
		format.setCurrency(unit);
		return new MoneyFormat(format.getPositivePrefix(), format.getNegativePrefix(), digits);
	}

	/**
	 * Writes an amount.
	 * @param amount in minor units
	 */
	String write(long amount) {
		String plain = BigDecimal.valueOf(amount, this.digits).abs().toPlainString();
		int whole = plain.length() - ((this.digits > 0) ? this.digits + 1 : 0);
		StringBuilder text = new StringBuilder((amount < 0) ? this.beforeNegative : this.before);
		int next = whole % GROUP;
		text.append(plain, 0, next);
		for (; next < whole; next += GROUP) {
			if (next > 0) {
				text.append(',');
			}
			text.append(plain, next, next + GROUP);
		}
		return text.append(plain, whole, plain.length()).toString();
	}

}
