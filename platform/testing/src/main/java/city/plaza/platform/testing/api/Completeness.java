package city.plaza.platform.testing.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import city.plaza.platform.testing.api.Description.Operation;
import tools.jackson.databind.JsonNode;

/** Lists what a description leaves open. */
final class Completeness {

	private final Description description;

	private final List<String> gaps = new ArrayList<>();

	private Completeness(Description description) {
		this.description = description;
	}

	static List<String> gaps(Description description) {
		Completeness check = new Completeness(description);
		Set<String> ids = new HashSet<>();
		description.operations().forEach((operation) -> {
			check.operation(operation);
			String id = operation.node().path("operationId").asString("");
			if (id.isBlank() || !ids.add(id) || id.contains("_")) {
				check.gaps.add(operation.name() + " needs an operationId of its own, not " + id);
			}
		});
		description.root()
			.path("components")
			.path("schemas")
			.properties()
			.forEach((schema) -> check.properties(schema.getKey(), schema.getValue()));
		Description.elements(description.root().path("tags"))
			.forEach((tag) -> check.text("Tag " + tag.path("name").asString(), tag, "description"));
		return check.gaps;
	}

	private void operation(Operation operation) {
		String name = operation.name();
		text(name, operation.node(), "summary");
		text(name, operation.node(), "description");
		if (!operation.node().has("security") && !this.description.root().has("security")) {
			this.gaps.add(name + " does not say who may call it");
		}
		Description.elements(operation.node().path("parameters"))
			.forEach((parameter) -> text(name + ", parameter " + parameter.path("name").asString(), parameter,
					"description"));
		JsonNode body = operation.node().path("requestBody");
		content(name + ", request", body.path("content"), true);
		operation.node()
			.path("responses")
			.properties()
			.forEach((response) -> response(name + ", response " + response.getKey(), response.getValue()));
	}

	private void response(String where, JsonNode response) {
		text(where, response, "description");
		content(where, response.path("content"), false);
	}

	private void content(String where, JsonNode content, boolean isRequest) {
		content.properties().forEach((media) -> {
			if (!media.getKey().contains("json") && !isRequest) {
				return;
			}
			if (!media.getValue().has("example") && !media.getValue().has("examples")) {
				this.gaps.add("%s (%s) has no example".formatted(where, media.getKey()));
			}
			if (media.getKey().contains("json")) {
				examples(where, media.getValue());
			}
		});
	}

	private void examples(String where, JsonNode media) {
		JsonNode schema = media.path("schema");
		if (media.has("example")) {
			example(where, schema, media.path("example"));
		}
		media.path("examples")
			.properties()
			.forEach((named) -> example(where + ", example " + named.getKey(), schema, named.getValue().path("value")));
	}

	private void example(String where, JsonNode schema, JsonNode example) {
		this.description.violations(schema, example.toString())
			.forEach((violation) -> this.gaps.add(where + ": the example does not fit: " + violation));
	}

	private void properties(String name, JsonNode schema) {
		schema.path("properties").properties().forEach((property) -> {
			JsonNode described = property.getValue();
			if (!described.has("description") && !this.description.resolve(described).has("description")) {
				this.gaps.add("Schema %s, field %s has no description".formatted(name, property.getKey()));
			}
		});
	}

	private void text(String where, JsonNode node, String name) {
		if (node.path(name).asString("").isBlank()) {
			this.gaps.add(where + " has no " + name);
		}
	}

}
