package city.plaza.billing.lookup;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A customer or bill number as a person typed it from paper.
 *
 * @param compact in upper case and without spaces and dashes: the same for every way to
 * write a number, and so what its tries are counted under
 * @param spellings how the ledger may write it, the likeliest first; each of them has the
 * same compact form
 */
record NumberTyped(String compact, List<String> spellings) {

	private static final Pattern DASHES = Pattern.compile("\\p{Pd}");

	private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\s]]");

	private static final Pattern SPACES_AND_DASHES = Pattern.compile("[ -]+");

	/** What the ledger's numbers consist of: nothing else is looked up. */
	private static final Pattern OF_THE_LEDGER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");

	static NumberTyped of(String typed) {
		String normal = UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
		String text = SPACES.matcher(DASHES.matcher(normal).replaceAll("-")).replaceAll(" ").strip();
		String upper = text.toUpperCase(Locale.ROOT);
		String compact = SPACES_AND_DASHES.matcher(upper).replaceAll("");
		return new NumberTyped(compact,
				Stream.of(text, upper, text.toLowerCase(Locale.ROOT), compact, upper.replace(" ", ""))
					.filter(OF_THE_LEDGER.asMatchPredicate())
					.distinct()
					.toList());
	}

}
