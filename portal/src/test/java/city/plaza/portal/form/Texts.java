package city.plaza.portal.form;

import java.util.Map;

import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.Messages;
import city.plaza.platform.testing.Translations;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages as pages look them up. */
public final class Texts {

	private static final Messages MESSAGES = new Messages("messages");

	private static final Map<String, String> ENGLISH = load(Language.ENGLISH);

	private Texts() {
	}

	/** The text of an error, with its values put in. */
	public static String of(FormError error) {
		return of(error, Language.ENGLISH);
	}

	/** The text of an error in a language, with its values put in. */
	public static String of(FormError error, Language language) {
		String own = "problem." + error.field() + "." + error.code();
		return MESSAGES.text(language, ENGLISH.containsKey(own) ? own : "problem." + error.code(), error.arguments());
	}

	/** The text under a key as written; fails where there is none. */
	public static String of(String key) {
		String text = ENGLISH.get(key);
		assertThat(text).as("text of %s", key).isNotBlank();
		return text;
	}

	/** Every key of a language and its text as written. */
	public static Map<String, String> all(Language language) {
		return load(language);
	}

	/** Fails where the table of a form leads to an error that has no text. */
	public static void areCompleteFor(Form form) {
		for (Language language : Language.values()) {
			assertThat(form.refusals().all()).isNotEmpty()
				.allSatisfy((error) -> assertThat(of(error, language)).doesNotContain("{", "''"));
		}
	}

	private static Map<String, String> load(Language language) {
		return Translations.texts(
				(language == Language.ENGLISH) ? "messages.properties" : "messages_" + language.tag() + ".properties");
	}

}
