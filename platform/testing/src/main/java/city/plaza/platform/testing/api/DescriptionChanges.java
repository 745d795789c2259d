package city.plaza.platform.testing.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import city.plaza.platform.testing.api.Description.Operation;
import city.plaza.platform.testing.api.SchemaChanges.Direction;
import tools.jackson.databind.JsonNode;

/** Finds what in an API description has changed so that a client breaks. */
final class DescriptionChanges {

	private final Description before;

	private final Description after;

	private final List<String> breaks = new ArrayList<>();

	private DescriptionChanges(Description before, Description after) {
		this.before = before;
		this.after = after;
	}

	static List<String> breaks(Description before, Description after) {
		DescriptionChanges changes = new DescriptionChanges(before, after);
		Map<String, Operation> today = after.operations()
			.collect(Collectors.toMap(Operation::name, (operation) -> operation));
		before.operations().forEach((operation) -> {
			Operation now = today.get(operation.name());
			if (now == null) {
				changes.breaks.add(operation.name() + " is gone");
			}
			else {
				changes.compare(operation.name(), operation.node(), now.node());
			}
		});
		return changes.breaks;
	}

	private void compare(String where, JsonNode old, JsonNode now) {
		if (!old.path("operationId").equals(now.path("operationId"))) {
			this.breaks.add("%s: operationId was %s".formatted(where, old.path("operationId")));
		}
		if (isOpen(old) && !isOpen(now)) {
			this.breaks.add(where + " asks for a token now");
		}
		parameters(where, old.path("parameters"), now.path("parameters"));
		if (!old.path("requestBody").path("required").asBoolean(false)
				&& now.path("requestBody").path("required").asBoolean(false)) {
			this.breaks.add(where + " requires a body now");
		}
		contents(where + ", request", old.path("requestBody"), now.path("requestBody"), Direction.REQUEST);
		old.path("responses").properties().forEach((response) -> {
			String status = response.getKey();
			JsonNode today = now.path("responses").path(status);
			// An error that is no longer made breaks nobody.
			if (!isError(status) && today.isMissingNode()) {
				this.breaks.add("%s no longer responds %s".formatted(where, status));
			}
			else if (!today.isMissingNode()) {
				contents(where + ", response " + status, response.getValue(), today, Direction.RESPONSE);
			}
		});
	}

	private static boolean isOpen(JsonNode operation) {
		return operation.has("security") && operation.path("security").isEmpty();
	}

	private static boolean isError(String status) {
		return status.startsWith("4") || status.startsWith("5");
	}

	private void parameters(String where, JsonNode old, JsonNode now) {
		Map<String, JsonNode> was = byName(old);
		Map<String, JsonNode> is = byName(now);
		was.forEach((name, parameter) -> {
			if (!is.containsKey(name)) {
				this.breaks.add("%s no longer has the parameter %s".formatted(where, name));
			}
		});
		is.forEach((name, parameter) -> {
			JsonNode before = was.get(name);
			boolean isRequired = parameter.path("required").asBoolean(false);
			if (isRequired && (before == null || !before.path("required").asBoolean(false))) {
				this.breaks.add("%s requires the parameter %s now".formatted(where, name));
			}
			if (before != null) {
				this.breaks.addAll(SchemaChanges.breaks(where + ", " + name, this.before.root(), before.path("schema"),
						this.after.root(), parameter.path("schema"), Direction.REQUEST));
			}
		});
	}

	private void contents(String where, JsonNode old, JsonNode now, Direction direction) {
		old.path("content").properties().forEach((media) -> {
			JsonNode today = now.path("content").path(media.getKey());
			if (today.isMissingNode()) {
				this.breaks.add("%s is no longer %s".formatted(where, media.getKey()));
			}
			else {
				this.breaks.addAll(SchemaChanges.breaks(where, this.before.root(), media.getValue().path("schema"),
						this.after.root(), today.path("schema"), direction));
			}
		});
	}

	private static Map<String, JsonNode> byName(JsonNode parameters) {
		return Description.elements(parameters)
			.collect(Collectors.toMap(
					(parameter) -> parameter.path("in").asString() + " " + parameter.path("name").asString(),
					(parameter) -> parameter));
	}

}
