package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.platform.testing.api.SchemaChanges.Direction;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The description of all events against the contracts and against what was released. */
class EventDescriptionTests {

	private static final Path DOCS = Path.of("../../docs");

	private static final Path CONTRACTS = Path.of("../../contracts");

	private static final Path RELEASED = DOCS.resolve("events/asyncapi.yaml");

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, Object> description = EventDescription.of(DOCS, CONTRACTS);

	EventDescriptionTests() throws IOException {
	}

	@Test
	void describesEveryContractOnItsTopic() throws IOException {
		JsonNode channels = JSON.valueToTree(this.description).path("channels");
		List<String> described = channels.properties()
			.stream()
			.flatMap((topic) -> topic.getValue()
				.path("messages")
				.properties()
				.stream()
				.map((type) -> topic.getKey() + "/" + type.getKey()))
			.toList();

		assertThat(described).containsExactlyInAnyOrderElementsOf(contracts());
	}

	@Test
	void describesEveryFieldOfEveryEvent() {
		List<String> gaps = new ArrayList<>();
		schemas(JSON.valueToTree(this.description)).properties().forEach((schema) -> {
			assertThat(schema.getValue().path("description").asString("")).as(schema.getKey()).isNotBlank();
			collectGaps(schema.getKey(), schema.getValue(), gaps);
		});

		assertThat(gaps).isEmpty();
	}

	@Test
	void breaksNoReaderOfAReleasedEvent() throws IOException {
		if (Boolean.getBoolean("plaza.api.write") && !Files.exists(RELEASED)) {
			return;
		}
		JsonNode before = JSON.valueToTree(new Yaml().load(Files.readString(RELEASED)));
		JsonNode after = JSON.valueToTree(this.description);
		List<String> breaks = new ArrayList<>();
		schemas(before).properties().forEach((schema) -> {
			JsonNode now = schemas(after).path(schema.getKey());
			breaks.addAll(now.isMissingNode() ? List.of(schema.getKey() + " is gone")
					: SchemaChanges.breaks(schema.getKey(), before, schema.getValue(), after, now, Direction.RESPONSE));
		});
		before.path("channels")
			.properties()
			.forEach((topic) -> topic.getValue().path("messages").properties().forEach((type) -> {
				if (after.path("channels").path(topic.getKey()).path("messages").path(type.getKey()).isMissingNode()) {
					breaks.add("%s no longer has %s".formatted(topic.getKey(), type.getKey()));
				}
			}));

		assertThat(breaks).as("A breaking change is a new topic").isEmpty();
	}

	@Test
	void theReleasedDescriptionIsThatOfToday() throws IOException {
		if (Boolean.getBoolean("plaza.api.write")) {
			breaksNoReaderOfAReleasedEvent();
			Files.createDirectories(RELEASED.getParent());
			Files.writeString(RELEASED, EventDescription.yaml(this.description));
		}

		assertThat(Files.readString(RELEASED))
			.as("Events have changed, and no reader breaks. Write the description "
					+ "anew: ./plaza test -pl platform/testing -am -Dtest=EventDescriptionTests "
					+ "-Dsurefire.failIfNoSpecifiedTests=false -Dplaza.api.write=true")
			.isEqualTo(EventDescription.yaml(this.description));
	}

	private static void collectGaps(String where, JsonNode schema, List<String> gaps) {
		schema.path("properties").properties().forEach((field) -> {
			String name = where + "." + field.getKey();
			if (!field.getValue().has("description")) {
				gaps.add(name);
			}
			collectGaps(name, field.getValue(), gaps);
			collectGaps(name + "[]", field.getValue().path("items"), gaps);
		});
	}

	private static JsonNode schemas(JsonNode description) {
		return description.path("components").path("schemas");
	}

	private static List<String> contracts() throws IOException {
		try (Stream<Path> files = Files.walk(CONTRACTS, 2)) {
			return files.map((file) -> CONTRACTS.relativize(file).toString())
				.filter((file) -> file.endsWith(".schema.json") && !file.startsWith("target"))
				.map((file) -> file.replace(".schema.json", ""))
				.toList();
		}
	}

}
