package city.plaza.platform.testing.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the description of all events (AsyncAPI 3.0) from the table of docs/events.md
 * and from the contracts.
 */
final class EventDescription {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern ROW = Pattern.compile(
			"\\| (?:`([a-z.-]+)`( \\(compacted\\))?)? ?\\| \\[(\\w+)]\\([^)]*\\) \\| (\\w+) \\| ([^|]*) \\| ([^|]*) \\|");

	private final Map<String, Object> channels = new TreeMap<>();

	private final Map<String, Object> operations = new TreeMap<>();

	private final Map<String, Object> messages = new TreeMap<>();

	private final Map<String, Object> schemas = new TreeMap<>();

	private EventDescription() {
	}

	/**
	 * Writes it.
	 * @param docs the directory of events.md
	 * @param contracts the directory of the topics
	 * @return AsyncAPI as a tree
	 * @throws IOException if they cannot be read
	 */
	static Map<String, Object> of(Path docs, Path contracts) throws IOException {
		EventDescription description = new EventDescription();
		Matcher row = ROW.matcher(Files.readString(docs.resolve("events.md")));
		String topic = "";
		while (row.find()) {
			if (row.group(1) != null) {
				topic = row.group(1);
				description.channel(topic, row.group(2) != null);
			}
			description.event(contracts, topic, row);
		}
		return description.whole();
	}

	static String yaml(Map<String, Object> tree) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(110);
		options.setSplitLines(false);
		return "# Written by EventDescriptionTests from docs/events.md and contracts/; see CONTRIBUTING.md.\n"
				+ new Yaml(options).dump(tree);
	}

	private void channel(String topic, boolean isCompacted) {
		Map<String, Object> channel = new LinkedHashMap<>();
		channel.put("address", topic);
		channel.put("description", "Written by " + owner(topic) + ". " + (isCompacted
				? "Compacted: the last event of a key is its whole state." : "The events of a key keep their order."));
		channel.put("messages", new TreeMap<String, Object>());
		channel.put("bindings", Map.of("kafka", Map.of("topic", topic, "topicConfiguration",
				Map.of("cleanup.policy", List.of(isCompacted ? "compact" : "delete")), "bindingVersion", "0.5.0")));
		this.channels.put(topic, channel);
		this.operations.put("send." + topic,
				Map.of("action", "send", "channel", ref("channels", topic), "summary", owner(topic) + " publishes"));
	}

	private void event(Path contracts, String topic, Matcher row) throws IOException {
		String type = row.group(3);
		Path folder = contracts.resolve(topic);
		Map<String, Object> schema = read(folder.resolve(type + ".schema.json"));
		Map<String, Object> message = new LinkedHashMap<>();
		message.put("name", type);
		message.put("title", schema.get("title"));
		message.put("summary", row.group(5).strip());
		message.put("description", schema.get("description") + " Read by: " + row.group(6).strip() + ".");
		message.put("contentType", "application/json");
		message.put("headers", headers(topic, type));
		message.put("payload", ref("components/schemas", type));
		message.put("bindings", Map.of("kafka",
				Map.of("key", Map.of("type", "string", "description", row.group(4)), "bindingVersion", "0.5.0")));
		message.put("examples",
				List.of(Map.of("name", "sample", "payload", read(folder.resolve(type + ".sample.json")))));
		this.messages.put(type, message);
		this.schemas.put(type, schema);
		messagesOf(topic).put(type, ref("components/messages", type));
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> messagesOf(String topic) {
		return (Map<String, Object>) ((Map<String, Object>) this.channels.get(topic)).get("messages");
	}

	/** The attributes of a CloudEvent in binary mode. */
	private static Map<String, Object> headers(String topic, String type) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("ce_id", text("the event's id; the same event read twice has the same one"));
		fields.put("ce_type", Map.of("type", "string", "const", "city.plaza." + type));
		fields.put("ce_source", text("the service that wrote it: " + owner(topic)));
		fields.put("ce_subject", text("the key"));
		fields.put("ce_time", Map.of("type", "string", "format", "date-time", "description", "when it happened, UTC"));
		fields.put("ce_specversion", Map.of("type", "string", "const", "1.0"));
		fields.put("traceparent", text("the trace it belongs to, where there is one"));
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put("type", "object");
		headers.put("properties", fields);
		headers.put("required", List.of("ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "ce_specversion"));
		return headers;
	}

	private Map<String, Object> whole() {
		Map<String, Object> whole = new LinkedHashMap<>();
		whole.put("asyncapi", "3.0.0");
		whole.put("info", Map.of("title", "Plaza's events", "version", "1", "description",
				"CloudEvents in Kafka's binary mode, at least once and in order per key."));
		whole.put("defaultContentType", "application/json");
		whole.put("channels", this.channels);
		whole.put("operations", this.operations);
		whole.put("components", Map.of("messages", this.messages, "schemas", this.schemas));
		return sorted(whole);
	}

	/** Maps of one order, so that the file changes only where its content does. */
	@SuppressWarnings("unchecked")
	private static Map<String, Object> sorted(Map<String, Object> tree) {
		return (Map<String, Object>) JSON.readValue(JSON.rebuild()
			.enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.build()
			.writeValueAsString(tree), Map.class);
	}

	private static String owner(String topic) {
		return topic.substring(0, topic.indexOf('.')) + "-service";
	}

	private static Map<String, Object> text(String description) {
		return Map.of("type", "string", "description", description);
	}

	private static Map<String, Object> ref(String place, String name) {
		return Map.of("$ref", "#/" + place + "/" + name);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> read(Path file) throws IOException {
		Map<String, Object> document = JSON.readValue(Files.readString(file), LinkedHashMap.class);
		// Inside of a larger document its references would lead into it alone.
		document.remove("$id");
		document.remove("$schema");
		return document;
	}

}
