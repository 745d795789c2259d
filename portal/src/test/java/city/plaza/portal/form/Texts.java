package city.plaza.portal.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The messages as pages look them up. */
public final class Texts {

	private static final Properties MESSAGES = load();

	private Texts() {
	}

	/** The text of an error, with its values put in. */
	public static String of(FormError error) {
		String own = MESSAGES.getProperty("problem." + error.field() + "." + error.code());
		String text = (own != null) ? own : MESSAGES.getProperty("problem." + error.code());
		assertThat(text).as("text of %s at %s", error.code(), error.field()).isNotBlank();
		return new MessageFormat(text, Locale.US).format(error.arguments());
	}

	/** The text under a key; fails where there is none. */
	public static String of(String key) {
		String text = MESSAGES.getProperty(key);
		assertThat(text).as("text of %s", key).isNotBlank();
		return text;
	}

	/** Every key and its text as written. */
	public static Map<String, String> all() {
		return MESSAGES.stringPropertyNames().stream().collect(Collectors.toMap((key) -> key, MESSAGES::getProperty));
	}

	/** Fails where the table of a form leads to an error that has no text. */
	public static void areCompleteFor(Form form) {
		assertThat(form.refusals().all()).isNotEmpty()
			.allSatisfy((error) -> assertThat(of(error)).doesNotContain("{", "''"));
	}

	private static Properties load() {
		try (InputStream in = Objects.requireNonNull(Texts.class.getResourceAsStream("/messages.properties"))) {
			Properties properties = new Properties();
			properties.load(in);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
