package city.plaza.platform.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The languages in which every text is there, the first for whoever asks for another. */
public enum Language {

	ENGLISH("en", "English"), SPANISH("es", "Español");

	private static final int LONGEST_HEADER = 200;

	private final String tag;

	private final String ownName;

	Language(String tag, String ownName) {
		this.tag = tag;
		this.ownName = ownName;
	}

	/** Its code (ISO 639-1), as attributes {@code lang}, cookies and events write it. */
	public String tag() {
		return this.tag;
	}

	/** What its speakers call it. */
	public String ownName() {
		return this.ownName;
	}

	/** The language as it is written in the United States. */
	public Locale locale() {
		return Locale.of(this.tag, "US");
	}

	/**
	 * Finds a language by its code.
	 * @param tag such as {@code es}; a region is passed over
	 * @return empty for a language that has no texts, and for what is no code
	 */
	public static Optional<Language> of(@Nullable String tag) {
		if (tag == null || tag.length() > LONGEST_HEADER) {
			return Optional.empty();
		}
		String language = Locale.forLanguageTag(tag.strip()).getLanguage();
		return Arrays.stream(values()).filter((each) -> each.tag.equals(language)).findFirst();
	}

	/**
	 * Finds the language that a reader likes best among those that are there.
	 * @param acceptLanguage the header of that name (RFC 9110, 12.5.4)
	 * @return the first language where the header is missing, unreadable or names none of
	 * them
	 */
	public static Language preferred(@Nullable String acceptLanguage) {
		if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
			return ENGLISH;
		}
		try {
			List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
			return ranges.stream()
				.filter((range) -> range.getWeight() > 0)
				.flatMap((range) -> of(range.getRange()).stream())
				.findFirst()
				.orElse(ENGLISH);
		}
		catch (IllegalArgumentException ex) {
			return ENGLISH;
		}
	}

	/**
	 * The language of a locale.
	 * @param locale any
	 * @return the first language where it has no texts
	 */
	public static Language of(Locale locale) {
		return of(locale.toLanguageTag()).orElse(ENGLISH);
	}

}
