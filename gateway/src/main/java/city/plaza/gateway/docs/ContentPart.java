package city.plaza.gateway.docs;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Writes the content of a body, for each media type: its fields and examples. */
final class ContentPart {

	private final OpenApi api;

	private final Html html;

	private final Schemas schemas;

	ContentPart(OpenApi api, Html html) {
		this.api = api;
		this.html = html;
		this.schemas = new Schemas(html);
	}

	void write(JsonNode content) {
		content.properties().forEach((media) -> write(media.getKey(), media.getValue()));
	}

	private void write(String type, JsonNode media) {
		JsonNode schema = media.path("schema");
		this.html.open("p").code(type).text(": ");
		this.schemas.type(schema);
		this.html.close("p").markdown(OpenApi.text(schema, "description"));
		this.schemas.rules(schema);
		this.schemas.fields(this.api.resolve(schema));
		this.schemas.fields(this.api.resolve(schema.path("items")));
		if (media.has("example")) {
			example("Example", media.path("example"));
		}
		media.path("examples").properties().forEach((each) -> {
			JsonNode example = this.api.resolve(each.getValue());
			example("Example: " + each.getKey(), example.path("value"));
			this.schemas.others(example, Set.of("summary", "value", "description"));
		});
		this.schemas.others(media, Set.of("schema", "example", "examples"));
	}

	private void example(String title, JsonNode value) {
		this.html.open("details").element("summary", title).open("pre");
		this.html.code(value.isString() ? value.asString("") : value.toPrettyString()).close("pre").close("details");
	}

}
