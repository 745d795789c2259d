package city.plaza.identity.password;

/** Digits and signs that people write for letters: {@code p@ssw0rd}. */
final class Spelling {

	private static final String SIGNS = "@483691!|0$5+72";

	private static final String LETTERS = "aabeggiiiossttz";

	private Spelling() {
	}

	/** The letters that are meant, one for each character. */
	static String letters(String text) {
		StringBuilder letters = new StringBuilder(text);
		for (int at = 0; at < letters.length(); at++) {
			int sign = SIGNS.indexOf(letters.charAt(at));
			if (sign >= 0) {
				letters.setCharAt(at, LETTERS.charAt(sign));
			}
		}
		return letters.toString();
	}

}
