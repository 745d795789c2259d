package city.plaza.identity.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in the form that every mail system takes (RFC 5321, section 4.1.2,
 * without quoted local parts and address literals).
 *
 * @param value as its holder wrote it, without space around it; at most
 * {@value #MAX_LENGTH} characters
 */
public record EmailAddress(String value) {

	/** RFC 5321, section 4.5.3.1.3: a path of 256 with its angle brackets. */
	static final int MAX_LENGTH = 254;

	private static final Set<String> DOTLESS = Set.of("gmail.com", "googlemail.com");

	private static final int MAX_LOCAL_PART = 64;

	private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

	/** No domain ends in a number (RFC 3696, section 2): 127.0.0.1 is none. */
	private static final String LAST_LABEL = "(?![0-9]+$)" + LABEL;

	private static final Pattern FORM = Pattern
		.compile(ATOM + "(?:\\." + ATOM + ")*@(?:" + LABEL + "\\.)+" + LAST_LABEL);

	/**
	 * Reads an address.
	 * @param text as typed
	 * @return nothing where it is none
	 */
	public static Optional<EmailAddress> read(@Nullable String text) {
		String value = (text != null) ? text.strip() : "";
		boolean fits = value.length() <= MAX_LENGTH && value.indexOf('@') <= MAX_LOCAL_PART;
		return (fits && FORM.matcher(value).matches()) ? Optional.of(new EmailAddress(value)) : Optional.empty();
	}

	/** What two addresses are compared by: upper and lower case are the same mailbox. */
	public String comparable() {
		return this.value.toLowerCase(Locale.ROOT);
	}

	/**
	 * What mails to one mailbox are counted by: {@code pat+1@example.org} is
	 * {@code pat@example.org}, and where it is known that dots count for nothing they are
	 * left out. Never what an account is found by: elsewhere they may be two people.
	 */
	public String mailbox() {
		String address = comparable();
		int at = address.indexOf('@');
		int plus = address.indexOf('+');
		String local = address.substring(0, (plus > 0 && plus < at) ? plus : at);
		String domain = address.substring(at + 1);
		return DOTLESS.contains(domain) ? local.replace(".", "") + "@gmail.com" : local + "@" + domain;
	}

	/** The part before the at sign. */
	public String localPart() {
		return this.value.substring(0, this.value.indexOf('@'));
	}

}
