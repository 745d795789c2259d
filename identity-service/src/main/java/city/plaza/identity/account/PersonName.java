package city.plaza.identity.account;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A given or family name. It greets its holder in mails, and anybody may type it beside
 * anybody's address: so it holds nothing that a mail could turn into a link or markup.
 *
 * @param value without space around it, 1 to {@value #MAX_LENGTH} characters
 */
public record PersonName(String value) {

	static final int MAX_LENGTH = 100;

	private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} .,'’ʼ·&()-]+");

	/** What can be wrong with a name. */
	public enum Fault {

		/** Nothing was typed. */
		REQUIRED("required", "Enter a name."),
		/** More than {@value PersonName#MAX_LENGTH} characters. */
		TOO_LONG("too-long", "A name has at most " + MAX_LENGTH + " characters."),
		/** Control characters, markup, addresses. */
		INVALID_CHARACTERS("invalid-characters", "Use letters, spaces, hyphens, apostrophes and full stops only.");

		private final String code;

		private final String message;

		Fault(String code, String message) {
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
	public static @Nullable Fault faultOf(@Nullable String text) {
		String value = (text != null) ? text.strip() : "";
		if (value.isEmpty()) {
			return Fault.REQUIRED;
		}
		if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
			return Fault.TOO_LONG;
		}
		return FORM.matcher(value).matches() ? null : Fault.INVALID_CHARACTERS;
	}

	/**
	 * Takes a name.
	 * @param text as typed
	 * @return without space around it
	 * @throws IllegalArgumentException where {@link #faultOf} finds something
	 */
	public static PersonName of(@Nullable String text) {
		Fault fault = faultOf(text);
		if (text == null || fault != null) {
			throw new IllegalArgumentException("Not a name: " + fault);
		}
		return new PersonName(text.strip());
	}

}
