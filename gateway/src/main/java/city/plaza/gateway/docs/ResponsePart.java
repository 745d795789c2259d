package city.plaza.gateway.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Writes the responses of an operation. Its problems are one list: of each the status,
 * the code and what it means.
 */
final class ResponsePart {

	private static final String PROBLEM = "application/problem+json";

	private static final Set<String> KNOWN = Set.of("description", "content", "headers");

	private final OpenApi api;

	private final Html html;

	private final Schemas schemas;

	ResponsePart(OpenApi api, Html html) {
		this.api = api;
		this.html = html;
		this.schemas = new Schemas(html);
	}

	void write(JsonNode responses) {
		responses.properties()
			.stream()
			.filter((response) -> !isListOfProblems(response.getValue()))
			.forEach((response) -> response(response.getKey(), this.api.resolve(response.getValue())));
		if (responses.valueStream().anyMatch(this::isListOfProblems)) {
			problems(responses);
		}
	}

	private boolean isListOfProblems(JsonNode response) {
		return !this.api.resolve(response).path("content").path(PROBLEM).path("examples").isEmpty();
	}

	private void response(String status, JsonNode response) {
		this.html.element("h4", "Response " + status).markdown(OpenApi.text(response, "description"));
		headers(of(response.path("headers")));
		this.schemas.others(response, KNOWN);
		new ContentPart(this.api, this.html).write(response.path("content"));
	}

	private void problems(JsonNode responses) {
		Map<String, JsonNode> headers = new LinkedHashMap<>();
		this.html.element("h4", "Problems").open("dl");
		responses.properties()
			.stream()
			.filter((response) -> isListOfProblems(response.getValue()))
			.forEach((response) -> {
				JsonNode problem = this.api.resolve(response.getValue());
				headers.putAll(of(problem.path("headers")));
				problem.path("content")
					.path(PROBLEM)
					.path("examples")
					.properties()
					.forEach((example) -> problem(response.getKey(), example));
			});
		this.html.close("dl").open("p").text("Each is ").code(PROBLEM);
		if (this.api.root().at("/components/schemas/Problem").isObject()) {
			this.html.text(" with the fields of ").link("#" + OpenApi.anchor("schema", "Problem"), "Problem");
		}
		this.html.text(".").close("p");
		headers(headers);
		responses.valueStream().map(this.api::resolve).filter(this::isListOfProblems).forEach(this::othersOf);
	}

	private void problem(String status, Map.Entry<String, JsonNode> example) {
		this.html.open("dt")
			.text(status + " ")
			.code(example.getKey())
			.close("dt")
			.element("dd", OpenApi.text(this.api.resolve(example.getValue()), "summary"));
	}

	private void othersOf(JsonNode problem) {
		this.schemas.others(problem, KNOWN);
		this.schemas.others(problem.path("content"), Set.of(PROBLEM));
	}

	private static Map<String, JsonNode> of(JsonNode headers) {
		Map<String, JsonNode> all = new LinkedHashMap<>();
		headers.properties().forEach((header) -> all.put(header.getKey(), header.getValue()));
		return all;
	}

	/** Those that many responses have stand once on the page, the others here. */
	private void headers(Map<String, JsonNode> headers) {
		if (headers.isEmpty()) {
			return;
		}
		this.html.element("p", "Headers:").open("dl");
		headers.forEach((name, header) -> {
			if (OpenApi.text(header, "$ref").startsWith(OpenApi.HEADERS)) {
				this.html.open("dt")
					.link("#" + OpenApi.anchor("header", name), name)
					.close("dt")
					.element("dd", "As in many responses.");
				return;
			}
			this.schemas.term(name, "", header.path("schema"), header.path("required").asBoolean(false));
			this.html.open("dd").markdown(OpenApi.text(header, "description"));
			this.schemas.rules(header.path("schema"));
			this.schemas.others(header, Set.of("schema", "required", "description"));
			this.html.close("dd");
		});
		this.html.close("dl");
	}

}
