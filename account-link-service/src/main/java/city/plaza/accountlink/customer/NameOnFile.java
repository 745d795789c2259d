package city.plaza.accountlink.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a customer, compared with forgiveness of form, never of identity.
 * <p>
 * Forgiven: case, accents, spaces, punctuation, {@code &} for {@code AND}, and the
 * ledger's {@code LAST, FIRST} for {@code FIRST LAST} (a suffix such as {@code JR} may
 * stand behind either). Not forgiven: a word more or less, an initial for a name, a
 * changed order without a comma that explains it.
 */
public final class NameOnFile {

	private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "INC", "INCORPORATED", "LLC",
			"LLP", "LP", "LTD", "LIMITED", "CO", "COMPANY", "CORP", "CORPORATION", "PC", "PLLC");

	/** Letters that no decomposition turns into plain ones. */
	private static final Map<String, String> PLAIN = Map.of("Ø", "O", "Ł", "L", "Đ", "D", "Ð", "D", "Ħ", "H", "ẞ", "SS",
			"Æ", "AE", "Œ", "OE", "Þ", "TH");

	/**
	 * Removed before anything is decomposed: an acute accent by itself becomes a space.
	 */
	private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛ʼʻʽ`´′＇]");

	private static final Pattern INSIDE_WORDS = Pattern.compile("[.\\p{M}\\p{Cf}]");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

	private final List<String> inOrder;

	private final List<String> firstNameFirst;

	private NameOnFile(List<String> inOrder, List<String> firstNameFirst) {
		this.inOrder = inOrder;
		this.firstNameFirst = firstNameFirst;
	}

	/**
	 * Reads a name.
	 * @param text as the ledger has it or as a resident typed it
	 * @return the name, without words if there is none in the text
	 */
	public static NameOnFile of(String text) {
		List<List<String>> parts = Arrays.stream(text.split("[,，]"))
			.map(NameOnFile::words)
			.filter((words) -> !words.isEmpty())
			.toList();
		return new NameOnFile(parts.stream().flatMap(List::stream).toList(), firstNameFirst(parts));
	}

	/**
	 * Whether the two are one name in different forms.
	 * @param other what was typed
	 * @return never true for a name without words
	 */
	public boolean isSameAs(NameOnFile other) {
		return !this.inOrder.isEmpty()
				&& (this.inOrder.equals(other.inOrder) || this.firstNameFirst.equals(other.firstNameFirst));
	}

	/** The same for every form of the name, to count tries under. */
	public String key() {
		return this.inOrder.stream().sorted().collect(Collectors.joining(" "));
	}

	private static List<String> words(String part) {
		String bare = APOSTROPHES.matcher(part).replaceAll("");
		String upper = Normalizer.normalize(bare, Normalizer.Form.NFKD).toUpperCase(Locale.ROOT).replace("&", " AND ");
		String joined = INSIDE_WORDS.matcher(upper).replaceAll("");
		for (Map.Entry<String, String> letter : PLAIN.entrySet()) {
			joined = joined.replace(letter.getKey(), letter.getValue());
		}
		return Arrays.stream(BETWEEN_WORDS.split(joined)).filter((word) -> !word.isEmpty()).toList();
	}

	private static List<String> firstNameFirst(List<List<String>> parts) {
		List<List<String>> names = new ArrayList<>(parts.stream().map(ArrayList::new).toList());
		List<String> suffixes = new ArrayList<>();
		while (!names.isEmpty() && SUFFIXES.contains(names.getLast().getLast()) && countWords(names) > 1) {
			suffixes.addFirst(names.getLast().removeLast());
			if (names.getLast().isEmpty()) {
				names.removeLast();
			}
		}
		if (names.size() == 2) {
			names = names.reversed();
		}
		List<String> all = new ArrayList<>(names.stream().flatMap(List::stream).toList());
		all.addAll(suffixes);
		return List.copyOf(all);
	}

	private static int countWords(List<List<String>> names) {
		return names.stream().mapToInt(List::size).sum();
	}

}
