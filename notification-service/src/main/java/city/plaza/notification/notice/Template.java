package city.plaza.notification.notice;

import city.plaza.platform.database.Codes;
import org.jspecify.annotations.Nullable;

/** The kinds of notices; each has a text and an HTML template of its name. */
public enum Template {

	/** The code that proves an address. */
	VERIFICATION_CODE(),

	/** Someone tried to register the reader's address. */
	ADDRESS_ALREADY_REGISTERED(),

	/** Someone asked to reset the password of an address that has no account. */
	NO_ACCOUNT_TO_RESET(),

	/** Something that decides who can get into the reader's account changed. */
	SECURITY_CHANGED("change"),

	/** The reader's address is no longer that of an account; a token takes it back. */
	EMAIL_CHANGED(),

	/** The reader's address is the one of their account of the portal before. */
	LEGACY_HINT(),

	/** The link to join the city's staff. */
	STAFF_INVITATION(),

	/** A customer account was linked. */
	ACCOUNT_LINKED("customerNumber"),

	/** A link was removed. */
	ACCOUNT_UNLINKED("customerNumber"),

	/** Someone else linked a customer account that the reader has linked. */
	LINKED_BY_ANOTHER("customerNumber"),

	/** The reader's link was disputed. */
	LINK_SUSPENDED("customerNumber"),

	/** To the help desk: a link was disputed. */
	LINK_DISPUTED("customerNumber"),

	/** A web payment was taken; the city has not posted it. */
	PAYMENT_RECEIPT("reference"),

	/** A web payment did not go through. */
	PAYMENT_FAILED("reference"),

	/** The city posted a web payment. */
	PAYMENT_POSTED("reference");

	private final @Nullable String shownInSubject;

	Template() {
		this(null);
	}

	Template(@Nullable String shownInSubject) {
		this.shownInSubject = shownInSubject;
	}

	/** The parameter that its subject shows, if any. */
	@Nullable String shownInSubject() {
		return this.shownInSubject;
	}

	/** The name in the database, in events, in the API and of the template files. */
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Finds a template.
	 * @param code as {@link #code} gives it
	 * @return the template
	 */
	public static Template of(String code) {
		return Codes.constant(Template.class, code);
	}

}
