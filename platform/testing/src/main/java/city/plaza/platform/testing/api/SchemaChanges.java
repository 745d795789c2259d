package city.plaza.platform.testing.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds what in a JSON Schema has changed so that a client or a reader breaks. What is
 * written to Plaza (a request) may become wider, what Plaza writes (a response, an event)
 * may become richer; nothing else.
 */
final class SchemaChanges {

	/** Who writes the documents of a schema. */
	enum Direction {

		/** Clients write: a document that was right must stay right. */
		REQUEST,

		/** Plaza writes: a reader finds what it found before. */
		RESPONSE

	}

	private static final List<String> LIMITS = List.of("pattern", "format", "maxLength", "minLength", "maximum",
			"minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf", "maxItems", "minItems", "uniqueItems",
			"maxProperties", "minProperties", "const");

	private final JsonNode before;

	private final JsonNode after;

	private final Direction direction;

	private final List<String> breaks = new ArrayList<>();

	/** The references that are being followed: a schema may lead to itself. */
	private final Set<String> seen;

	private SchemaChanges(JsonNode before, JsonNode after, Direction direction, Set<String> seen) {
		this.before = before;
		this.after = after;
		this.direction = direction;
		this.seen = new HashSet<>(seen);
	}

	/**
	 * Compares.
	 * @param where for messages
	 * @param before the whole released document, where references lead to, and in it
	 * @param old the schema as it was released
	 * @param after the whole document of today, and in it
	 * @param now the schema of today
	 * @param direction who writes its documents
	 * @return what breaks; empty where nothing does
	 */
	static List<String> breaks(String where, JsonNode before, JsonNode old, JsonNode after, JsonNode now,
			Direction direction) {
		SchemaChanges changes = new SchemaChanges(before, after, direction, Set.of());
		changes.compare(where, old, now);
		return changes.breaks;
	}

	private void compare(String where, JsonNode oldNode, JsonNode nowNode) {
		JsonNode old = resolve(this.before, oldNode);
		JsonNode now = resolve(this.after, nowNode);
		String refs = oldNode.path("$ref").asString("") + " " + nowNode.path("$ref").asString("");
		if (!refs.isBlank() && !this.seen.add(refs)) {
			return;
		}
		if (hasAlternatives(old) || hasAlternatives(now)) {
			alternatives(where, old, now);
		}
		if (hasAlternatives(old) == hasAlternatives(now)) {
			types(where, old, now);
			choices(where, old, now);
			limits(where, old, now);
			fields(where, old, now);
			others(where, old, now);
		}
	}

	/** What holds for the elements of a list, the values of a map, and every part. */
	private void others(String where, JsonNode old, JsonNode now) {
		if (old.has("items") || now.has("items")) {
			compare(where + "[]", old.path("items"), now.path("items"));
		}
		JsonNode values = now.path("additionalProperties");
		if (this.direction == Direction.REQUEST && isNo(values) && !isNo(old.path("additionalProperties"))) {
			this.breaks.add(where + " no longer takes other fields");
		}
		else if (old.path("additionalProperties").isObject() || values.isObject()) {
			compare(where + ".*", old.path("additionalProperties"), values);
		}
		for (int i = 0; i < Math.max(old.path("allOf").size(), now.path("allOf").size()); i++) {
			compare(where, old.path("allOf").path(i), now.path("allOf").path(i));
		}
	}

	/**
	 * Each alternative that a client may write is still one; each that Plaza writes was
	 * one before. A schema without alternatives is its only one.
	 */
	private void alternatives(String where, JsonNode old, JsonNode now) {
		List<JsonNode> was = alternatives(old);
		List<JsonNode> is = alternatives(now);
		boolean isRequest = this.direction == Direction.REQUEST;
		for (JsonNode needed : isRequest ? was : is) {
			List<List<String>> tries = (isRequest ? is : was).stream()
				.map((other) -> isRequest ? tried(where, needed, other) : tried(where, other, needed))
				.toList();
			if (tries.stream().noneMatch(List::isEmpty)) {
				this.breaks.add("%s has other alternatives: %s".formatted(where, tries));
			}
		}
	}

	private List<String> tried(String where, JsonNode old, JsonNode now) {
		SchemaChanges changes = new SchemaChanges(this.before, this.after, this.direction, this.seen);
		changes.compare(where, old, now);
		return changes.breaks;
	}

	private static boolean hasAlternatives(JsonNode schema) {
		return schema.has("anyOf") || schema.has("oneOf");
	}

	private static List<JsonNode> alternatives(JsonNode schema) {
		return hasAlternatives(schema)
				? Description.elements(schema.path(schema.has("anyOf") ? "anyOf" : "oneOf")).toList() : List.of(schema);
	}

	private static boolean isNo(JsonNode schema) {
		return schema.isBoolean() && !schema.booleanValue();
	}

	private void types(String where, JsonNode old, JsonNode now) {
		Set<String> was = texts(old.path("type"));
		Set<String> is = texts(now.path("type"));
		boolean holds = (this.direction == Direction.REQUEST) ? holds(is, was) : holds(was, is);
		if (!holds) {
			this.breaks
				.add("%s was %s and is %s".formatted(where, was.isEmpty() ? "open" : was, is.isEmpty() ? "open" : is));
		}
	}

	/** No type at all is every type; each integer is a number. */
	private static boolean holds(Set<String> wide, Set<String> narrow) {
		return wide.isEmpty() || (!narrow.isEmpty() && narrow.stream()
			.allMatch((type) -> wide.contains(type) || (type.equals("integer") && wide.contains("number"))));
	}

	/** A reader has to expect new values of an open list; a writer only known ones. */
	private void choices(String where, JsonNode old, JsonNode now) {
		Set<String> gone = texts(old.path("enum"));
		gone.removeAll(texts(now.path("enum")));
		if (this.direction == Direction.REQUEST && now.has("enum") && (!gone.isEmpty() || !old.has("enum"))) {
			this.breaks.add("%s no longer takes %s".formatted(where, old.has("enum") ? gone : "every value"));
		}
	}

	private void limits(String where, JsonNode old, JsonNode now) {
		for (String limit : LIMITS) {
			boolean isChanged = !isSame(old.path(limit), now.path(limit));
			boolean isTighter = (this.direction == Direction.REQUEST) ? now.has(limit) : old.has(limit);
			if (isChanged && isTighter && !isLooser(limit, old.path(limit), now.path(limit))) {
				this.breaks.add("%s: %s was %s and is %s".formatted(where, limit, text(old.path(limit)),
						text(now.path(limit))));
			}
		}
	}

	/** A number is the same however it is written. */
	private static boolean isSame(JsonNode old, JsonNode now) {
		return (old.isNumber() && now.isNumber()) ? old.decimalValue().compareTo(now.decimalValue()) == 0
				: old.equals(now);
	}

	/** Whether the limit moved in the direction in which it may. */
	private boolean isLooser(String limit, JsonNode old, JsonNode now) {
		if (!old.isNumber() || !now.isNumber()) {
			return false;
		}
		int more = now.decimalValue().compareTo(old.decimalValue());
		boolean wider = limit.toLowerCase(Locale.ROOT).contains("max") ? more > 0 : more < 0;
		return wider == (this.direction == Direction.REQUEST);
	}

	private void fields(String where, JsonNode old, JsonNode now) {
		Set<String> was = texts(old.path("required"));
		Set<String> is = texts(now.path("required"));
		if (this.direction == Direction.REQUEST) {
			difference(is, was).forEach((field) -> this.breaks.add("%s.%s is required now".formatted(where, field)));
		}
		else {
			difference(was, is).forEach((field) -> this.breaks.add("%s.%s may be absent now".formatted(where, field)));
		}
		old.path("properties").properties().forEach((field) -> {
			JsonNode today = now.path("properties").path(field.getKey());
			if (today.isMissingNode()) {
				this.breaks.add("%s.%s is gone".formatted(where, field.getKey()));
			}
			else {
				compare(where + "." + field.getKey(), field.getValue(), today);
			}
		});
	}

	private static Set<String> difference(Set<String> all, Set<String> without) {
		Set<String> difference = new TreeSet<>(all);
		difference.removeAll(without);
		return difference;
	}

	private static JsonNode resolve(JsonNode document, JsonNode node) {
		String ref = node.path("$ref").asString("");
		if (ref.isEmpty()) {
			return node;
		}
		JsonNode found = document.at(ref.substring(1));
		return (found instanceof MissingNode) ? node : found;
	}

	private static Set<String> texts(JsonNode node) {
		return node.isArray()
				? Description.elements(node).map(SchemaChanges::text).collect(Collectors.toCollection(TreeSet::new))
				: node.isMissingNode() ? new TreeSet<>() : new TreeSet<>(Set.of(text(node)));
	}

	private static String text(JsonNode node) {
		return node.isMissingNode() ? "absent" : node.isString() ? node.stringValue() : node.toString();
	}

}
