package city.plaza.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.ibm.icu.text.MessagePattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that a message bundle says the same in each language. */
public final class Translations {

	private static final Pattern TAG = Pattern.compile("<[^>]*>");

	private Translations() {
	}

	/**
	 * Fails where a text lacks its translation, where that has other values, links or
	 * emphasis, or where it is the text itself.
	 * @param bundle such as {@code messages}
	 * @param same keys of texts that both languages share
	 */
	public static void areComplete(String bundle, String... same) {
		Map<String, String> english = texts(bundle + ".properties");
		Map<String, String> spanish = texts(bundle + "_es.properties");
		assertThat(spanish.keySet()).as("keys of " + bundle).isEqualTo(english.keySet());
		english.forEach((key, text) -> {
			String translated = String.valueOf(spanish.get(key));
			assertThat(translated).as(key).isNotBlank();
			assertThat(values(translated)).as("values of " + key).isEqualTo(values(text));
			assertThat(tags(translated)).as("links and emphasis of " + key).isEqualTo(tags(text));
			assertThat(text + translated).as(key).doesNotContain("''", "'{");
			if (!Set.of(same).contains(key)) {
				assertThat(translated).as(key).isNotEqualTo(text);
			}
		});
	}

	/**
	 * The texts of a file of the class path.
	 * @param file such as {@code messages_es.properties}
	 * @return as they are written, by key
	 */
	public static Map<String, String> texts(String file) {
		InputStream in = Objects.requireNonNull(
				Thread.currentThread().getContextClassLoader().getResourceAsStream(file), () -> file + " is missing");
		try (InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(reader);
			Map<String, String> texts = new TreeMap<>();
			properties.forEach((key, text) -> texts.put((String) key, (String) text));
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The places in a text and what kind each is of. */
	private static Set<String> values(String text) {
		MessagePattern pattern = new MessagePattern(text);
		Set<String> values = new TreeSet<>();
		for (int i = 0; i < pattern.countParts(); i++) {
			MessagePattern.Part part = pattern.getPart(i);
			if (part.getType() == MessagePattern.Part.Type.ARG_START) {
				values.add(pattern.getSubstring(pattern.getPart(i + 1)) + " " + part.getArgType());
			}
		}
		return values;
	}

	private static List<String> tags(String text) {
		return TAG.matcher(text).results().map(MatchResult::group).sorted().toList();
	}

}
