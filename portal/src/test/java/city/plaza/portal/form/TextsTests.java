package city.plaza.portal.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TextsTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z-]*(?:\\.[a-zA-Z-]+)*)[}(]");

	@Test
	void areThereForEveryKeyThatATemplateNames() throws IOException {
		Set<String> keys = new TreeSet<>();
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".html")).toList()) {
				KEY.matcher(Files.readString(file)).results().forEach((match) -> keys.add(match.group(1)));
			}
		}
		assertThat(keys).hasSizeGreaterThan(100).allSatisfy(Texts::of);
	}

	/** A single apostrophe would swallow the values behind it. */
	@Test
	void showEveryApostropheAndNoMoreThanOne() {
		assertThat(Texts.all()).allSatisfy((key, text) -> {
			String shown = new MessageFormat(text, Locale.US).format(new Object[] { 1, 2, "" });
			assertThat(shown).as(key).doesNotContain("''", "{");
			assertThat(text.replace("''", "")).as(key).doesNotContain("'");
		});
	}

	@Test
	void spellTheSameThingOneWay() {
		assertThat(Texts.all()).allSatisfy((key, text) -> assertThat(text).as(key)
			.doesNotContainIgnoringCase("e-mail")
			.doesNotContainIgnoringCase("log in")
			.doesNotContainIgnoringCase("somebody")
			.doesNotContain("cancelled"));
	}

}
