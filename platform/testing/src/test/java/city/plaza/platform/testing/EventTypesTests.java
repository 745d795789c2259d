package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The types of events in the code of all modules against {@code contracts/}. It reads the
 * sources: a compiled class does not show whether it used a constant or wrote a name.
 */
class EventTypesTests {

	private static final Path SUITE = Path.of("../..");

	private static final String SCHEMA = ".schema.json";

	private static final String SAMPLE = ".sample.json";

	private static final Pattern TYPE = Pattern.compile("String ((?:[A-Z_]+_)?TYPE) = \"([A-Z][A-Za-z]+)\";");

	private static final Pattern CONSUMER = Pattern.compile("EventConsumer\\.of\\(\"[^\"]+\", \"([^\"]+)\"\\)([^;]*);");

	private static final Pattern READ = Pattern.compile("\\.on(?:Many)?\\((\\w+)\\.(\\w+)");

	private static final Pattern LOOKS_LIKE_A_TYPE = Pattern.compile("\"((?:[A-Z][a-z]+){2,})\"");

	/** The types of each topic. */
	private final Map<String, Set<String>> contracts = contracts(SCHEMA);

	private final Map<Path, String> sources = sources();

	@Test
	void everySchemaHasASampleAndEverySampleASchema() {
		assertThat(contracts(SAMPLE)).isEqualTo(this.contracts);
	}

	@Test
	void everySampleKeepsItsOwnContract() {
		this.contracts.forEach((topic, types) -> types
			.forEach((type) -> GoldenSamples.assertMatches(topic, type, GoldenSamples.sample(topic, type))));
	}

	@Test
	void everyTypeThatIsPublishedOrReadHasAContract() {
		assertThat(this.sources.values().stream().flatMap(EventTypesTests::types)).isNotEmpty()
			.isSubsetOf(this.contracts.values().stream().flatMap(Set::stream).toList());
	}

	@Test
	void everyContractIsDeclaredOnceByTheServiceThatOwnsItsTopic() {
		this.contracts.forEach((topic,
				types) -> assertThat(typesOf(owner(topic))).as(topic).doesNotHaveDuplicates().containsAll(types));
	}

	@Test
	void everyConsumerReadsTypesOfItsTopic() {
		this.sources.forEach((file, code) -> {
			if (code.contains("EventConsumer.of(")) {
				assertThat(CONSUMER.matcher(code).results()).as(file.toString())
					.isNotEmpty()
					.allSatisfy((consumer) -> assertThat(read(file, consumer.group(2))).isNotEmpty()
						.isSubsetOf(this.contracts.get(consumer.group(1))));
			}
		});
	}

	@Test
	void aTypeIsNamedByItsConstantAlone() {
		Set<String> all = this.contracts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
		this.sources.forEach((file, code) -> {
			boolean usesEvents = code.contains("new NewEvent(") || code.contains("EventConsumer.of(");
			assertThat(LOOKS_LIKE_A_TYPE.matcher(TYPE.matcher(code).replaceAll("")).results()).as(file.toString())
				.extracting((literal) -> literal.group(1))
				.noneMatch((literal) -> usesEvents || all.contains(literal));
			assertThat(usesEvents && code.contains("getSimpleName")).as(file.toString()).isFalse();
		});
	}

	private static Stream<String> types(String code) {
		return TYPE.matcher(code).results().map((constant) -> constant.group(2));
	}

	private List<String> typesOf(String module) {
		return this.sources.entrySet()
			.stream()
			.filter((source) -> source.getKey().startsWith(SUITE.resolve(module)))
			.flatMap((source) -> types(source.getValue()))
			.toList();
	}

	private static String owner(String topic) {
		return topic.substring(0, topic.indexOf('.')) + "-service";
	}

	/** By the constants of the records beside the consumer. */
	private List<String> read(Path file, String handlers) {
		return READ.matcher(handlers).results().map((read) -> {
			String beside = this.sources.get(file.resolveSibling(read.group(1) + ".java"));
			return TYPE.matcher(String.valueOf(beside))
				.results()
				.filter((constant) -> constant.group(1).equals(read.group(2)))
				.map((MatchResult constant) -> constant.group(2))
				.findFirst()
				.orElse(read.group());
		}).toList();
	}

	private static Map<String, Set<String>> contracts(String suffix) {
		Map<String, Set<String>> found = new TreeMap<>();
		files(SUITE.resolve("contracts"), 2, suffix).forEach(
				(file) -> found.computeIfAbsent(file.getParent().getFileName().toString(), (topic) -> new TreeSet<>())
					.add(file.getFileName().toString().replace(suffix, "")));
		return found;
	}

	private static Map<Path, String> sources() {
		return Stream.of(SUITE, SUITE.resolve("platform"))
			.flatMap((folder) -> children(folder).stream())
			.map((module) -> module.resolve("src/main/java"))
			.filter(Files::isDirectory)
			.flatMap((source) -> files(source, Integer.MAX_VALUE, ".java").stream())
			.collect(Collectors.toMap((file) -> file, EventTypesTests::text));
	}

	private static List<Path> children(Path folder) {
		try (Stream<Path> found = Files.list(folder)) {
			return found.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Path> files(Path folder, int depth, String suffix) {
		try (Stream<Path> found = Files.walk(folder, depth)) {
			return found.filter((file) -> file.toString().endsWith(suffix)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
