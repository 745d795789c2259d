package city.plaza.identity.password;

import java.util.Arrays;
import java.util.Set;

/**
 * Estimates how much a guesser has to find out: the text is cut into words, years, walks
 * over the keyboard, sequences and repetitions so that the sum of what the parts are
 * worth is the least. The idea is that of zxcvbn (Wheeler, USENIX Security 2016); this is
 * bounded by the square of the length, so that no password keeps a server busy.
 */
final class Guesses {

	/** Only so much is examined; nothing that long is easy to guess by its rest. */
	private static final int MOST = 128;

	private static final int OWN_WORD = 10;

	private static final int SPELT_IN_DIGITS = 10;

	private final WordRanks words;

	private final Set<String> own;

	private final String text;

	/** Of each place, how much of what follows also begins earlier. */
	private final int[] repeated;

	private final int[] least;

	private Guesses(WordRanks words, Set<String> own, String text) {
		this.words = words;
		this.own = own;
		this.text = text.substring(0, Math.min(text.length(), MOST));
		this.repeated = repetitions(this.text);
		this.least = new int[this.text.length() + 1];
		Arrays.fill(this.least, Integer.MAX_VALUE);
		this.least[0] = 0;
	}

	/**
	 * Estimates.
	 * @param words the well-known ones
	 * @param own words of the holder, in lower case
	 * @param text in lower case
	 * @return tenths of a bit
	 */
	static int of(WordRanks words, Set<String> own, String text) {
		return new Guesses(words, own, text).sum();
	}

	private int sum() {
		for (int start = 0; start < this.text.length(); start++) {
			int here = this.least[start];
			Patterns.Found found = (worth, end) -> this.least[end] = Math.min(this.least[end], here + worth);
			found.accept(Patterns.character(this.text, start), start + 1);
			words(start, found);
			Patterns.find(this.text, start, found);
			Patterns.repeat(start, this.repeated[start], found);
		}
		return this.least[this.text.length()];
	}

	private void words(int start, Patterns.Found found) {
		int last = Math.min(this.text.length(), start + WordRanks.LONGEST);
		for (int end = start + 1; end <= last; end++) {
			String part = this.text.substring(start, end);
			found.accept(worthOf(part), end);
			String spelt = Spelling.letters(part);
			if (!spelt.equals(part)) {
				found.accept(worthOf(spelt) + SPELT_IN_DIGITS, end);
				found.accept(worthOf(spelt.replace('i', 'l')) + SPELT_IN_DIGITS, end);
			}
		}
	}

	private static int[] repetitions(String text) {
		int[] longest = new int[text.length()];
		int[] after = new int[text.length() + 1];
		for (int earlier = text.length() - 1; earlier >= 0; earlier--) {
			int[] here = new int[text.length() + 1];
			for (int later = text.length() - 1; later > earlier; later--) {
				here[later] = (text.charAt(earlier) == text.charAt(later)) ? after[later + 1] + 1 : 0;
				longest[later] = Math.max(longest[later], here[later]);
			}
			after = here;
		}
		return longest;
	}

	private int worthOf(String word) {
		return this.own.contains(word) ? OWN_WORD : this.words.worthOf(word);
	}

}
