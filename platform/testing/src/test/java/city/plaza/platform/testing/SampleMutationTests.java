package city.plaza.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A contract that takes everything promises nothing: each sample is spoilt in every way,
 * and its schema has to notice.
 */
class SampleMutationTests {

	private static final Path CONTRACTS = Path.of("../../contracts");

	private static final JsonMapper JSON = new JsonMapper();

	static List<String> contracts() throws IOException {
		try (Stream<Path> files = Files.walk(CONTRACTS, 2)) {
			return files.map((file) -> CONTRACTS.relativize(file).toString())
				.filter((file) -> file.endsWith(".schema.json") && !file.startsWith("target"))
				.map((file) -> file.replace(".schema.json", ""))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void missesEveryFieldThatIsPromised(String contract) {
		ObjectNode sample = sample(contract);
		JsonNode schema = schema(contract);
		Set<String> required = new TreeSet<>();
		schema.path("required").forEach((name) -> required.add(name.asString()));
		assertThat(required).as("an event promises something").isNotEmpty();
		assertThat(schema.path("properties").propertyNames()).as("what is promised is described").containsAll(required);
		for (String field : List.copyOf(sample.propertyNames())) {
			ObjectNode spoilt = sample.deepCopy();
			spoilt.remove(field);
			assertThat(isTaken(contract, spoilt)).as("%s without %s", contract, field)
				.isEqualTo(!required.contains(field));
		}
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void describesEveryFieldOfItsSample(String contract) {
		assertThat(schema(contract).path("properties").propertyNames()).containsAll(sample(contract).propertyNames());
	}

	@ParameterizedTest
	@MethodSource("contracts")
	void noticesEveryWrongType(String contract) {
		List<String> taken = new ArrayList<>();
		ObjectNode sample = sample(contract);
		for (String field : List.copyOf(sample.propertyNames())) {
			for (String wrong : List.of("{\"wrong\":true}", "[[\"wrong\"]]", "true", "1.5", "-4711", "\"\\u0000\"",
					"null")) {
				ObjectNode spoilt = sample.deepCopy();
				spoilt.set(field, JSON.readTree(wrong));
				JsonNode type = schema(contract).path("properties").path(field);
				if (isTaken(contract, spoilt) && !mayBe(type, JSON.readTree(wrong))) {
					taken.add(field + " " + wrong);
				}
			}
		}
		assertThat(taken).as(contract).isEmpty();
	}

	/** Later versions add fields; readers of today pass over them. */
	@ParameterizedTest
	@MethodSource("contracts")
	void takesAFieldThatIsAddedLater(String contract) {
		ObjectNode later = sample(contract);
		later.put("addedLater", 1);
		assertThat(isTaken(contract, later)).isTrue();
	}

	/** By the kind of the value alone: a text may be any text where nothing limits it. */
	private static boolean mayBe(JsonNode schema, JsonNode value) {
		Set<String> types = new TreeSet<>();
		JsonNode type = schema.path("type");
		if (type.isArray()) {
			type.forEach((one) -> types.add(one.asString()));
		}
		else {
			types.add(type.asString());
		}
		return (value.isNull() && types.contains("null")) || (value.isBoolean() && types.contains("boolean"))
				|| (value.isString() && types.contains("string") && !schema.has("format") && !schema.has("pattern"))
				|| (value.isIntegralNumber() && types.contains("integer") && !schema.has("minimum"));
	}

	private static boolean isTaken(String contract, JsonNode json) {
		try {
			GoldenSamples.assertMatches(topic(contract), type(contract), json);
			return true;
		}
		catch (AssertionError refused) {
			return false;
		}
	}

	private static ObjectNode sample(String contract) {
		return JSON.readTree(GoldenSamples.sample(topic(contract), type(contract))).asObject();
	}

	private static JsonNode schema(String contract) {
		try {
			return JSON.readTree(Files.readString(CONTRACTS.resolve(contract + ".schema.json")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String topic(String contract) {
		return contract.substring(0, contract.indexOf('/'));
	}

	private static String type(String contract) {
		return contract.substring(contract.indexOf('/') + 1);
	}

}
