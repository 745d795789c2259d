package city.plaza.portal.city;

import city.plaza.platform.messages.Language;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * A text of the city's own, in each language. In the configuration it is either one text,
 * in English, or a map of languages: {@code {en: Help Center, es: Centro de ayuda}}.
 *
 * @param en in English
 * @param es in Spanish; the English one is shown where it is missing
 */
public record CityText(@NotBlank String en, @Nullable String es) {

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
