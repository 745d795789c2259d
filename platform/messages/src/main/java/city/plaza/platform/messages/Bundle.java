package city.plaza.platform.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** The texts of one language, read once. */
final class Bundle {

	/** Texts without values, most of them: written out once. */
	private final Map<String, String> plain = new HashMap<>();

	private final Map<String, Text> filledIn = new HashMap<>();

	private Bundle(Map<String, Text> all) {
		all.forEach((key, text) -> {
			if (text.isPlain()) {
				this.plain.put(key, text.write());
			}
			else {
				this.filledIn.put(key, text);
			}
		});
	}

	/**
	 * Reads a bundle from the class path.
	 * @param name such as {@code messages}; the file of any language but the first ends
	 * with its code
	 * @throws IllegalStateException if a file is missing or a pattern is broken; the
	 * message names the file and the key
	 */
	static Bundle read(String name, Language language) {
		String file = name + ((language == Language.ENGLISH) ? "" : "_" + language.tag()) + ".properties";
		Map<String, Text> texts = new HashMap<>();
		load(file).forEach((key, pattern) -> texts.put((String) key,
				new Text(format(file, (String) key, (String) pattern, language))));
		return new Bundle(texts);
	}

	/**
	 * Fills a text in.
	 * @param values at the places {@code {0}}, {@code {1}}...
	 * @return null where there is no such text
	 */
	@Nullable String text(String key, Object... values) {
		Text text = this.filledIn.get(key);
		return (text != null) ? text.write(values) : this.plain.get(key);
	}

	private static MessageFormat format(String file, String key, String pattern, Language language) {
		try {
			return new MessageFormat(pattern, ULocale.forLocale(language.locale()));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("The pattern of " + key + " in " + file + " is broken: " + ex.getMessage(),
					ex);
		}
	}

	private static Properties load(String file) {
		try (InputStream in = Bundle.class.getClassLoader().getResourceAsStream(file)) {
			if (in == null) {
				throw new IllegalStateException("The texts " + file + " are missing");
			}
			Properties properties = new Properties();
			properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
