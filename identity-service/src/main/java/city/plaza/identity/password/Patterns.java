package city.plaza.identity.password;

/**
 * What is guessed by a rule: runs, keyboard walks, years and repetitions, in tenths of a
 * bit.
 */
final class Patterns {

	private static final int SHORTEST = 3;

	private static final int RUN = 60;

	private static final int YEAR = 70;

	private static final int REPETITION = 30;

	private static final int DIGIT = 33;

	private static final int LETTER = 47;

	private static final int OTHER = 60;

	private static final int SEPARATOR = 30;

	private static final int SEPARATOR_AGAIN = 10;

	/** Receives each pattern. */
	interface Found {

		/**
		 * A pattern.
		 * @param worth in tenths of a bit
		 * @param end after its last character
		 */
		void accept(int worth, int end);

	}

	private Patterns() {
	}

	/** What one character is worth by itself. */
	static int character(String text, int at) {
		char character = text.charAt(at);
		if (character >= 'a' && character <= 'z') {
			return LETTER;
		}
		if (character >= '0' && character <= '9') {
			return DIGIT;
		}
		if (Character.isLetterOrDigit(character) || Character.isSurrogate(character)) {
			return OTHER;
		}
		return (text.indexOf(character) < at) ? SEPARATOR_AGAIN : SEPARATOR;
	}

	/**
	 * Finds patterns.
	 * @param text in lower case
	 * @param found receives what each is worth and where it ends
	 */
	static void find(String text, int start, Found found) {
		if (text.startsWith("19", start) || text.startsWith("20", start)) {
			ends(start, start + Math.min(4, digits(text, start)), 4, YEAR, found);
		}
		ends(start, sequenceEnd(text, start), SHORTEST, RUN, found);
		ends(start, KeyboardWalk.end(text, start), SHORTEST + 1, RUN, found);
	}

	/**
	 * What of the text begins earlier too; it may overlap itself.
	 * @param start where it begins again
	 * @param length how far both are the same
	 * @param found receives what each is worth and where it ends
	 */
	static void repeat(int start, int length, Found found) {
		ends(start, start + length, SHORTEST, REPETITION, found);
	}

	private static void ends(int start, int last, int shortest, int worth, Found found) {
		for (int end = start + shortest; end <= last; end++) {
			found.accept(worth, end);
		}
	}

	private static int digits(String text, int start) {
		int end = start;
		while (end < text.length() && Character.isDigit(text.charAt(end))) {
			end++;
		}
		return end - start;
	}

	/** {@code aaaa}, {@code 4567}, {@code 2468}, {@code zyx}. */
	private static int sequenceEnd(String text, int start) {
		if (start + 1 >= text.length() || Math.abs(text.charAt(start + 1) - text.charAt(start)) > 2) {
			return start;
		}
		int step = text.charAt(start + 1) - text.charAt(start);
		int end = start + 2;
		while (end < text.length() && text.charAt(end) - text.charAt(end - 1) == step) {
			end++;
		}
		return end;
	}

}
