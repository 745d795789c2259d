package city.plaza.portal.city;

import city.plaza.platform.messages.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What a bill type is called and what it means. In the configuration its name is either
 * one text, in English, or one for each language, with the description beside them:
 * {@code {en: ..., es: ..., description: {en: ..., es: ...}}}.
 *
 * @param en the name in English
 * @param es the name in Spanish; the English one is shown where it is missing
 * @param description a sentence or two for residents: what such a bill is about; null
 * where the name says it all
 */
public record BillTypeText(String en, @Nullable String es, @Nullable LocalText description) {

	/**
	 * Checks that there is a name.
	 * @throws IllegalArgumentException if it is blank in a language
	 */
	public BillTypeText {
		new LocalText(en, es);
	}

	/**
	 * A name without a language is in English. Found by the binder of settings.
	 * @param name not blank
	 */
	public static BillTypeText of(String name) {
		return new BillTypeText(name, null, null);
	}

	/** The name in each language. */
	LocalText name() {
		return new LocalText(this.en, this.es);
	}

}
