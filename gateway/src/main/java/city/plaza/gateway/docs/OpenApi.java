package city.plaza.gateway.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A service's description of its API.
 *
 * @param root a document of OpenAPI 3.1
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">The specification</a>
 */
record OpenApi(JsonNode root) {

	static final String SCHEMAS = "#/components/schemas/";

	static final String HEADERS = "#/components/headers/";

	static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

	private static final int LONGEST_CHAIN = 8;

	/** An operation with its address. */
	record Operation(String method, String path, JsonNode node) {

		/** As it is called: {@code GET /api/v1/me}. */
		String call() {
			return this.method + " " + this.path;
		}

		String summary() {
			String summary = OpenApi.text(this.node, "summary");
			return summary.isEmpty() ? call() : summary;
		}

		/** The place of the operation within its page. */
		String anchor() {
			return OpenApi.anchor("operation", call());
		}

	}

	/** Whether it is what it should be, and not another document of JSON. */
	boolean isDescription() {
		return this.root.path("openapi").isString();
	}

	String title() {
		return text(this.root.path("info"), "title");
	}

	String description() {
		return text(this.root.path("info"), "description");
	}

	List<Operation> operations() {
		List<Operation> operations = new ArrayList<>();
		this.root.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.stream()
				.filter((method) -> METHODS.contains(method.getKey()))
				.forEach((method) -> operations
					.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
		return operations;
	}

	/** Operations by their first tag, the tags in the document's order. */
	Map<String, List<Operation>> operationsByTag() {
		Map<String, List<Operation>> byTag = new LinkedHashMap<>();
		this.root.path("tags").forEach((tag) -> byTag.put(text(tag, "name"), new ArrayList<>()));
		operations().forEach((operation) -> byTag
			.computeIfAbsent(operation.node().path("tags").path(0).asString("Other"), (tag) -> new ArrayList<>())
			.add(operation));
		byTag.values().removeIf(List::isEmpty);
		return byTag;
	}

	/** What the document says of a tag. */
	String descriptionOf(String tag) {
		for (JsonNode each : this.root.path("tags")) {
			if (text(each, "name").equals(tag)) {
				return text(each, "description");
			}
		}
		return "";
	}

	/**
	 * Follows references within the document.
	 * @param node any
	 * @return what it refers to in the end; the node itself where that is not there
	 */
	JsonNode resolve(JsonNode node) {
		JsonNode at = node;
		for (int i = 0; i < LONGEST_CHAIN && at.has("$ref"); i++) {
			String reference = text(at, "$ref");
			at = reference.startsWith("#/") ? this.root.at(reference.substring(1)) : at.path("$ref");
		}
		return (at.isObject() && !at.has("$ref")) ? at : node;
	}

	static String text(JsonNode node, String name) {
		return node.path(name).asString("");
	}

	static String anchor(String kind, String name) {
		return kind + "-" + name.replaceAll("[^A-Za-z0-9._-]+", "-");
	}

}
