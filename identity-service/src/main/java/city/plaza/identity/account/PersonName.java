package city.plaza.identity.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A given or family name. It greets its holder in mails, and anyone may type it beside
 * another person's address: so it holds nothing that a mail could turn into a link or
 * markup.
 *
 * @param value without space around it, 1 to {@value #MAX_LENGTH} characters
 */
public record PersonName(String value) {

	static final int MAX_LENGTH = 100;

	/** What joins the parts of words in alphabets that need it, and nowhere else. */
	private static final String OTHER_ALPHABETS = "&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]";

	private static final String JOINER = "(?<=[\\p{L}\\p{M}" + OTHER_ALPHABETS + "])[\\u200C\\u200D](?=[\\p{L}"
			+ OTHER_ALPHABETS + "])";

	/** Letters and marks that leave no trace on the screen. */
	private static final String INVISIBLE = "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0";

	private static final Pattern FORM = Pattern
		.compile("(?:[\\p{L}\\p{M}\\p{Nd} .,'’ʼ·\\u05F3\\u05F4\\u30FB&()\\-&&[^" + INVISIBLE + "]]|" + JOINER + ")+");

	/** What can be wrong with a name. */
	public enum Violation {

		/** Nothing was typed. */
		REQUIRED("required", "Enter a name."),
		/** More than {@value PersonName#MAX_LENGTH} characters. */
		TOO_LONG("too-long", "A name has at most " + MAX_LENGTH + " characters."),
		/** Control characters, markup, addresses. */
		INVALID_CHARACTERS("invalid-characters", "Use letters, spaces, hyphens, apostrophes and full stops only.");

		private final String code;

		private final String message;

		Violation(String code, String message) {
			this.code = code;
			this.message = message;
		}

		public String code() {
			return this.code;
		}

		public String message() {
			return this.message;
		}

	}

	/**
	 * Looks for what is wrong.
	 * @param text as typed
	 * @return null where {@link #of} takes it
	 */
	public static @Nullable Violation violationOf(@Nullable String text) {
		return violationOf(text, MAX_LENGTH);
	}

	/**
	 * Looks for what is wrong with a text that holds names, such as a whole one.
	 * @param text as typed
	 * @param longest in characters
	 * @return null where nothing is
	 */
	public static @Nullable Violation violationOf(@Nullable String text, int longest) {
		String value = (text != null) ? text.strip() : "";
		if (value.isEmpty()) {
			return Violation.REQUIRED;
		}
		if (value.codePointCount(0, value.length()) > longest) {
			return Violation.TOO_LONG;
		}
		return FORM.matcher(value).matches() ? null : Violation.INVALID_CHARACTERS;
	}

	/**
	 * Takes a name.
	 * @param text as typed
	 * @return without space around it
	 * @throws IllegalArgumentException where {@link #violationOf} finds something
	 */
	public static PersonName of(@Nullable String text) {
		Violation violation = violationOf(text);
		if (text == null || violation != null) {
			throw new IllegalArgumentException("Not a name: " + violation);
		}
		return new PersonName(text.strip());
	}

}
