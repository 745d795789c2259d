package city.plaza.accountlink.customer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A customer or account number in the form it is compared in.
 *
 * @param exact trimmed and in upper case
 * @param compact without the spaces and dashes that people add or leave out
 */
public record NumberTyped(String exact, String compact) {

	private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}]+");

	/**
	 * Reads a number as it was typed or as the ledger has it.
	 * @return both forms; empty ones match nothing
	 */
	public static NumberTyped of(String text) {
		String exact = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
		return new NumberTyped(exact, SPACES_AND_DASHES.matcher(exact).replaceAll(""));
	}

	/** Whether nothing is left of it: a dash that stands for no number. */
	boolean isEmpty() {
		return this.compact.isEmpty();
	}

}
