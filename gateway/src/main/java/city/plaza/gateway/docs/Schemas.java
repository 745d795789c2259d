package city.plaza.gateway.docs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Writes schemas: their types, their rules and their fields. */
final class Schemas {

	/** The keywords with a place of their own; every other one is shown as a rule. */
	private static final Set<String> PLACED = Set.of("$ref", "type", "format", "items", "anyOf", "oneOf", "allOf",
			"properties", "additionalProperties", "required", "description", "title");

	private static final List<Rule> RULES = List.of(new Rule("enum", "One of"), new Rule("const", "Always"),
			new Rule("default", "Default"), new Rule("minimum", "At least"), new Rule("maximum", "At most"),
			new Rule("minLength", "Characters at least"), new Rule("maxLength", "Characters at most"),
			new Rule("minItems", "Entries at least"), new Rule("maxItems", "Entries at most"),
			new Rule("uniqueItems", "No entry twice"), new Rule("pattern", "Pattern"),
			new Rule("deprecated", "Deprecated"), new Rule("example", "Example"), new Rule("examples", "Examples"));

	private final Html html;

	Schemas(Html html) {
		this.html = html;
	}

	private record Rule(String keyword, String text) {
	}

	/** What kind of value it is; a named schema is a link to its fields. */
	void type(JsonNode schema) {
		String reference = OpenApi.text(schema, "$ref");
		if (reference.startsWith(OpenApi.SCHEMAS)) {
			String name = reference.substring(OpenApi.SCHEMAS.length());
			this.html.link("#" + OpenApi.anchor("schema", name), name);
		}
		else if (!reference.isEmpty()) {
			this.html.code(reference);
		}
		else if (schema.has("items")) {
			this.html.text(isNullable(schema) ? "list (or null) of " : "list of ");
			type(schema.path("items"));
		}
		else if (schema.has("type")) {
			simpleType(schema);
		}
		else {
			combined(schema);
		}
	}

	private void simpleType(JsonNode schema) {
		JsonNode type = schema.path("type");
		String names = type.isArray()
				? String.join(" or ", type.valueStream().map((each) -> each.asString("")).toList()) : type.asString("");
		this.html.text(names);
		if (schema.has("format")) {
			this.html.text(" (" + OpenApi.text(schema, "format") + ")");
		}
	}

	private void combined(JsonNode schema) {
		if (schema.has("allOf")) {
			alternatives(schema.path("allOf"), " and ");
		}
		else if (schema.has("anyOf")) {
			alternatives(schema.path("anyOf"), " or ");
		}
		else if (schema.has("oneOf")) {
			alternatives(schema.path("oneOf"), " or ");
		}
		else {
			this.html.text(schema.has("properties") ? "object" : "any value");
		}
	}

	private void alternatives(JsonNode schemas, String between) {
		String separator = "";
		for (JsonNode each : schemas) {
			this.html.text(separator);
			type(each);
			separator = between;
		}
	}

	private static boolean isNullable(JsonNode schema) {
		return schema.path("type").valueStream().anyMatch((type) -> "null".equals(type.asString("")));
	}

	/** What a value must be beyond its type. */
	void rules(JsonNode schema) {
		for (Rule rule : RULES) {
			if (schema.has(rule.keyword())) {
				rule(rule.text(), schema.path(rule.keyword()));
			}
		}
		further(schema.path("additionalProperties"));
		Set<String> others = new HashSet<>(schema.propertyNames());
		others.removeAll(PLACED);
		RULES.forEach((rule) -> others.remove(rule.keyword()));
		others.stream().sorted().forEach((keyword) -> other(keyword, schema.path(keyword)));
		if (schema.has("items") && !schema.path("items").has("$ref")) {
			rules(schema.path("items"));
		}
	}

	/**
	 * What an object may hold besides the fields that are named: any name, of one type.
	 */
	private void further(JsonNode schema) {
		if (schema.isObject()) {
			this.html.open("p", "class", "rule").text("Fields of any name: ");
			type(schema);
			this.html.close("p");
			further(schema.path("additionalProperties"));
		}
	}

	private void rule(String text, JsonNode value) {
		this.html.open("p", "class", "rule").text(text);
		if (!value.isBoolean() || !value.asBoolean(false)) {
			String separator = ": ";
			for (JsonNode each : value.isArray() ? value : List.of(value)) {
				this.html.text(separator).code(each.isString() ? each.asString("") : each.toString());
				separator = ", ";
			}
		}
		this.html.close("p");
	}

	/**
	 * A construct that these pages do not know is shown as it is, so that none is lost.
	 */
	void other(String keyword, JsonNode value) {
		this.html.open("p", "class", "other").text(keyword + ": ").code(value.toString()).close("p");
	}

	/** Shows the constructs that are not among those known here. */
	void others(JsonNode node, Set<String> known) {
		node.properties()
			.stream()
			.filter((each) -> !known.contains(each.getKey()))
			.forEach((each) -> other(each.getKey(), each.getValue()));
	}

	/** The fields of an object, each with its type, rules and description. */
	void fields(JsonNode schema) {
		if (!schema.path("properties").isEmpty()) {
			Set<String> required = new HashSet<>();
			schema.path("required").forEach((name) -> required.add(name.asString("")));
			this.html.open("dl");
			schema.path("properties")
				.properties()
				.forEach((field) -> field(field.getKey(), field.getValue(), required.contains(field.getKey())));
			this.html.close("dl");
		}
	}

	private void field(String name, JsonNode schema, boolean isRequired) {
		term(name, "", schema, isRequired);
		this.html.open("dd").markdown(OpenApi.text(schema, "description"));
		rules(schema);
		fields(schema);
		fields(schema.path("items"));
		this.html.close("dd");
	}

	/** The name of a value, with its place, its type and whether it must be there. */
	void term(String name, String place, JsonNode schema, boolean isRequired) {
		this.html.open("dt").code(name).text(" " + place);
		type(schema);
		this.html.text(isRequired ? ", required" : ", optional").close("dt");
	}

}
