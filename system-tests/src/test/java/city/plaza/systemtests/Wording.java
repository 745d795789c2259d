package city.plaza.systemtests;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The portal's texts in a language, so that one test walks a flow in both. */
final class Wording {

	private final Properties texts = new Properties();

	private final String language;

	Wording(String language) {
		this.language = language;
		String file = language.equals("en") ? "messages.properties" : "messages_" + language + ".properties";
		Path path = Path.of(System.getProperty("plaza.repository", ".."), "portal/src/main/resources", file);
		try (Reader reader = Files.newBufferedReader(path)) {
			this.texts.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Such as {@code es}. */
	String language() {
		return this.language;
	}

	/**
	 * A text without values.
	 * @param key in the bundle
	 */
	String text(String key) {
		String text = this.texts.getProperty(key);
		if (text == null || text.contains("{")) {
			throw new IllegalArgumentException("No plain text in " + this.language + " under " + key);
		}
		return text.replace("''", "'");
	}

}
