package city.plaza.platform.testing.api;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An API description (OpenAPI 3.1) that can be asked. */
final class Description {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	private final JsonNode root;

	private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

	Description(String json) {
		this.root = JSON.readTree(json);
	}

	/**
	 * An operation.
	 *
	 * @param method in upper case
	 * @param path as the description has it
	 * @param node what is said of it
	 */
	record Operation(String method, String path, JsonNode node) {

		String name() {
			return this.method + " " + this.path;
		}

	}

	JsonNode root() {
		return this.root;
	}

	Stream<Operation> operations() {
		return this.root.path("paths")
			.properties()
			.stream()
			.flatMap((path) -> path.getValue()
				.properties()
				.stream()
				.filter((method) -> METHODS.contains(method.getKey()))
				.map((method) -> new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
						method.getValue())));
	}

	/** The operation of a request; a path without variables goes before one with them. */
	Optional<Operation> find(String method, String path) {
		List<Operation> found = operations()
			.filter((operation) -> operation.method().equals(method) && matches(operation.path(), path))
			.toList();
		return found.stream()
			.filter((operation) -> operation.path().equals(path))
			.findFirst()
			.or(() -> found.stream().findFirst());
	}

	/** What a schema finds wrong with a document; empty where nothing is. */
	List<String> violations(JsonNode schema, String json) {
		if (!schema.isObject()) {
			return List.of("no schema says what it is");
		}
		if (!isJson(json)) {
			return List.of("it is no JSON");
		}
		return this.schemas.computeIfAbsent(schema, this::compile)
			.validate(json, InputFormat.JSON,
					(context) -> context.executionConfig((config) -> config.formatAssertionsEnabled(true)))
			.stream()
			.map(Object::toString)
			.toList();
	}

	private static boolean isJson(String text) {
		try {
			return !JSON.readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	/** Follows a reference inside of the description. */
	JsonNode resolve(JsonNode node) {
		String ref = node.path("$ref").asString("");
		return ref.isEmpty() ? node : this.root.at(ref.substring(1));
	}

	static Stream<JsonNode> elements(JsonNode array) {
		Iterator<JsonNode> elements = array.iterator();
		return StreamSupport.stream(((Iterable<JsonNode>) () -> elements).spliterator(), false);
	}

	private static boolean matches(String template, String path) {
		String pattern = Pattern.compile("\\{[^}]+}")
			.splitAsStream(template + "$")
			.map(Pattern::quote)
			.reduce((before, after) -> before + "[^/]+" + after)
			.orElse("");
		return Pattern.matches(pattern, path + "$");
	}

	private Schema compile(JsonNode schema) {
		ObjectNode whole = schema.deepCopy().asObject();
		whole.set("components", this.root.path("components"));
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(whole.toString(), InputFormat.JSON);
	}

}
