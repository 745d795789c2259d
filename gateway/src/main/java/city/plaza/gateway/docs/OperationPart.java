package city.plaza.gateway.docs;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Writes one operation: who may call it, what it takes and how it responds. */
final class OperationPart {

	private static final Set<String> KNOWN = Set.of("tags", "summary", "description", "operationId", "parameters",
			"requestBody", "responses", "security", "deprecated");

	private static final Set<String> KNOWN_OF_PARAMETERS = Set.of("name", "in", "description", "required", "schema",
			"example", "deprecated");

	private final OpenApi api;

	private final Html html;

	private final Schemas schemas;

	private final ResponsePart responses;

	OperationPart(OpenApi api, Html html) {
		this.api = api;
		this.html = html;
		this.schemas = new Schemas(html);
		this.responses = new ResponsePart(api, html);
	}

	void write(OpenApi.Operation operation) {
		JsonNode node = operation.node();
		this.html.open("article", "aria-labelledby", operation.anchor())
			.element("h3", operation.summary(), "id", operation.anchor())
			.open("p")
			.code(operation.call())
			.close("p");
		if (node.path("deprecated").asBoolean(false)) {
			this.html.element("p", "Deprecated: use another operation.");
		}
		this.html.markdown(OpenApi.text(node, "description"));
		access(node.has("security") ? node.path("security") : this.api.root().path("security"));
		this.schemas.others(node, KNOWN);
		parameters(node.path("parameters"));
		requestBody(this.api.resolve(node.path("requestBody")));
		this.responses.write(node.path("responses"));
		this.html.close("article");
	}

	private void access(JsonNode security) {
		this.html.open("p").text("Access: ");
		if (security.isEmpty()) {
			this.html.text("anyone, no token is needed");
		}
		String separator = "";
		for (JsonNode alternative : security) {
			for (String scheme : alternative.propertyNames()) {
				this.html.text(separator).link("#" + OpenApi.anchor("access", scheme), scheme);
				alternative.path(scheme).forEach((scope) -> this.html.text(" ").code(scope.asString("")));
				separator = " or ";
			}
		}
		this.html.close("p");
	}

	private void parameters(JsonNode parameters) {
		if (parameters.isEmpty()) {
			return;
		}
		this.html.element("h4", "Parameters").open("dl");
		for (JsonNode each : parameters) {
			JsonNode parameter = this.api.resolve(each);
			this.schemas.term(OpenApi.text(parameter, "name"), "in the " + OpenApi.text(parameter, "in") + ": ",
					parameter.path("schema"), parameter.path("required").asBoolean(false));
			this.html.open("dd").markdown(OpenApi.text(parameter, "description"));
			this.schemas.rules(parameter.path("schema"));
			if (parameter.has("example")) {
				this.html.open("p").text("Example: ").code(parameter.path("example").asString("")).close("p");
			}
			if (parameter.path("deprecated").asBoolean(false)) {
				this.html.element("p", "Deprecated");
			}
			this.schemas.others(parameter, KNOWN_OF_PARAMETERS);
			this.html.close("dd");
		}
		this.html.close("dl");
	}

	private void requestBody(JsonNode body) {
		if (body.isEmpty()) {
			return;
		}
		this.html.element("h4", "Request body" + (body.path("required").asBoolean(false) ? "" : ", optional"))
			.markdown(OpenApi.text(body, "description"));
		this.schemas.others(body, Set.of("content", "required", "description"));
		new ContentPart(this.api, this.html).write(body.path("content"));
	}

}
