package city.plaza.identity.account;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The languages that mails are written in. */
public enum Language {

	/** English. */
	EN,
	/** Spanish. */
	ES;

	/**
	 * The nearest language of a reader.
	 * @param locale such as the request's, if it names one
	 * @return English unless it is Spanish
	 */
	public static Language of(@Nullable Locale locale) {
		return (locale != null && "es".equals(locale.getLanguage())) ? ES : EN;
	}

	/** Finds a language by its tag, such as {@code en}. */
	public static Language ofTag(String tag) {
		return valueOf(tag.toUpperCase(Locale.ROOT));
	}

	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
