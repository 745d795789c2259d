package city.plaza.portal.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.Translations;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every text of the pages stands in the messages of every language, and none twice. */
class TextsTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9-]+)*)[}(]");

	private static final Pattern BEGINNING = Pattern.compile("'([a-z][a-zA-Z-]*\\.(?:[a-zA-Z-]+\\.)*)' \\+");

	private static final Pattern UNESCAPED = Pattern.compile("th:utext=\"([^\"]*)\"");

	/** Values that are escaped where they are named, or have digits alone. */
	private static final Pattern SAFE_VALUE = Pattern.compile(
			"\\$\\{#strings\\.escapeXml\\([^{}]*\\)}|" + "\\$\\{[a-zA-Z.]+\\.replaceAll\\('\\[\\^0-9\\+]', ''\\)}");

	@Test
	void areThereForEveryKeyThatATemplateNames() {
		assertThat(keysOfTemplates()).hasSizeGreaterThan(200).allSatisfy(Texts::of);
	}

	@Test
	void areAllShownSomewhere() {
		Set<String> named = keysOfTemplates();
		List<String> beginnings = Stream.concat(templates(), sources())
			.flatMap((text) -> BEGINNING.matcher(text).results().map((match) -> match.group(1)))
			.toList();
		String code = String.join("\n", sources().toList());
		assertThat(Texts.all(Language.ENGLISH).keySet()).allSatisfy((key) -> assertThat(
				named.contains(key) || beginnings.stream().anyMatch(key::startsWith) || code.contains('"' + key + '"'))
			.as(key)
			.isTrue());
	}

	@Test
	void areThereInEveryLanguageWithTheSameValues() {
		// Most states are called the same in Spanish.
		Stream<String> states = Texts.all(Language.ENGLISH).keySet().stream().filter((key) -> key.startsWith("state."));
		Translations.areComplete("messages",
				Stream
					.concat(Stream.of("form.error.prefix", "exports.total", "page.required-mark", "import.number"),
							states)
					.toArray(String[]::new));
	}

	@Test
	void spellTheSameThingOneWay() {
		assertThat(Texts.all(Language.ENGLISH)).allSatisfy((key, text) -> assertThat(text).as(key)
			.doesNotContainIgnoringCase("e-mail")
			.doesNotContainIgnoringCase("log in")
			.doesNotContainIgnoringCase("logged")
			.doesNotContainIgnoringCase("somebody")
			.doesNotContain("cancelled"));
		assertThat(Texts.all(Language.SPANISH))
			.allSatisfy((key, text) -> assertThat(text.toLowerCase(Locale.ROOT)).as(key)
				.doesNotContain("e-mail", "email", "usuario y contraseña")
				.doesNotContainPattern("\\b(tú|tu|tus|vosotros|ingresa|haz|elige|escribe)\\b"));
	}

	@Test
	void standInNoTemplate() {
		eachTemplate((file, page) -> page.getAllElements().forEach((element) -> {
			if (!isReplaced(element)) {
				element.textNodes()
					.stream()
					.map(TextNode::text)
					.forEach((text) -> assertThat(text).as(file + ": " + element.outerHtml())
						.doesNotContainPattern("\\p{L}{2}"));
			}
			element.attributes().forEach((attribute) -> {
				if (Set.of("title", "alt", "aria-label", "placeholder").contains(attribute.getKey())
						&& !attribute.getValue().isEmpty()) {
					assertThat(element.hasAttr("th:" + attribute.getKey())).as(file + ": " + attribute).isTrue();
				}
			});
		}));
		assertThat(templates()).allSatisfy((text) -> assertThat(text).doesNotContainPattern("th:u?text=\"[|']\\p{L}{2}")
			.doesNotContainPattern("#temporals"));
	}

	@Test
	void areShownUnescapedOnlyWhereNothingOfAResidentIsInThem() {
		List<String> unescaped = templates().flatMap((text) -> UNESCAPED.matcher(text).results())
			.map((match) -> match.group(1))
			.toList();
		assertThat(unescaped).hasSizeGreaterThan(10)
			.allSatisfy((expression) -> assertThat(SAFE_VALUE.matcher(expression).replaceAll(""))
				.matches("#\\{[a-z0-9.-]+\\.html(\\([, ]*\\))?}"));
		Texts.all(Language.ENGLISH)
			.forEach((key, text) -> assertThat(text.contains("<")).as(key).isEqualTo(key.endsWith(".html")));
	}

	/** The city is data: another one brings a file of its own. */
	@Test
	void nameNoCity() {
		assertThat(Stream.concat(templates(), sources()))
			.allSatisfy((text) -> assertThat(text).doesNotContainPattern("(?m)^(?!\\s*(/?\\*|//)).*Fairhaven"));
		for (Language language : Language.values()) {
			assertThat(Texts.all(language))
				.allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("Fairhaven"));
		}
	}

	private static boolean isReplaced(Element element) {
		return element.parents().stream().anyMatch(TextsTests::hasText) || hasText(element)
		// Numbers and names of the example bill, the same in every language.
				|| element.closest(".plaza-bill") != null;
	}

	private static boolean hasText(Element element) {
		return element.hasAttr("th:text") || element.hasAttr("th:utext") || element.hasAttr("th:replace");
	}

	private static Set<String> keysOfTemplates() {
		Set<String> keys = new TreeSet<>();
		templates().forEach((text) -> KEY.matcher(text).results().forEach((match) -> keys.add(match.group(1))));
		return keys;
	}

	private static void eachTemplate(BiConsumer<String, Document> check) {
		files(TEMPLATES, ".html").forEach((file) -> check.accept(file.toString(), Jsoup.parse(read(file))));
	}

	private static Stream<String> templates() {
		return files(TEMPLATES, ".html").map(TextsTests::read);
	}

	private static Stream<String> sources() {
		return files(SOURCES, ".java").map(TextsTests::read);
	}

	private static Stream<Path> files(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
