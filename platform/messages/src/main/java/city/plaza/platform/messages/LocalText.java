package city.plaza.platform.messages;

import org.jspecify.annotations.Nullable;

/**
 * A text from the configuration, in each language. There it is either one text, in
 * English, or a map of languages: {@code {en: Help Center, es: Centro de ayuda}}.
 *
 * @param en in English
 * @param es in Spanish; the English one is shown where it is missing
 */
public record LocalText(String en, @Nullable String es) {

	/**
	 * Checks that there is a text.
	 * @throws IllegalArgumentException if it is blank in a language
	 */
	public LocalText {
		if (en == null || en.isBlank() || (es != null && es.isBlank())) {
			throw new IllegalArgumentException("A text is blank: give one, or one for each of en and es");
		}
	}

	/**
	 * A text without a language is in English. Found by the binder of settings.
	 * @param text not blank
	 */
	public static LocalText of(String text) {
		return new LocalText(text, null);
	}

	/**
	 * The text for a reader.
	 * @param language of the reader
	 * @return in that language where it is there
	 */
	public String in(Language language) {
		return (language == Language.SPANISH && this.es != null) ? this.es : this.en;
	}

	/**
	 * The language in which the reader gets the text.
	 * @param language of the reader
	 * @return for the attribute {@code lang} of the element that holds it
	 */
	public String lang(Language language) {
		return ((language == Language.SPANISH && this.es != null) ? Language.SPANISH : Language.ENGLISH).tag();
	}

}
