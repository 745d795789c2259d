package city.plaza.gateway.docs;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The description of a service's API as a page: all of it, in the document's order. */
final class ServicePage {

	private static final Set<String> KNOWN = Set.of("openapi", "info", "tags", "paths", "components", "security",
			"servers");

	private static final Set<String> KNOWN_OF_ACCESS = Set.of("type", "scheme", "bearerFormat", "description");

	private final OpenApi api;

	private final Html html = new Html();

	private final Schemas schemas = new Schemas(this.html);

	private ServicePage(OpenApi api) {
		this.api = api;
	}

	static String of(DescribedService service, OpenApi api) {
		ServicePage page = new ServicePage(api);
		page.write(service);
		return Frame.page(page.title(service), page.html);
	}

	/** Of a service whose description cannot be had now. */
	static String missing(DescribedService service) {
		return Frame.page(service.title(),
				new Html()
					.element("p",
							"The description of this API isn't available right now: the service doesn't respond, "
									+ "or its description is switched off there.")
					.element("p", "Try again in a few seconds. The other APIs are described as usual."));
	}

	private String title(DescribedService service) {
		return this.api.title().isEmpty() ? service.title() : this.api.title();
	}

	private void write(DescribedService service) {
		JsonNode root = this.api.root();
		this.html.markdown(this.api.description())
			.element("p", "Version " + OpenApi.text(root.path("info"), "version"))
			.open("p")
			.link(service.address(), "This description as JSON, for tools")
			.close("p");
		this.schemas.others(root, KNOWN);
		this.schemas.others(root.path("info"), Set.of("title", "description", "version"));
		this.schemas.others(root.path("components"), Set.of("schemas", "headers", "securitySchemes"));
		contents();
		OperationPart part = new OperationPart(this.api, this.html);
		this.api.operationsByTag().forEach((tag, operations) -> {
			this.html.element("h2", tag, "id", OpenApi.anchor("tag", tag)).markdown(this.api.descriptionOf(tag));
			operations.forEach(part::write);
		});
		root.path("paths").forEach((path) -> this.schemas.others(path, OpenApi.METHODS));
		access(root.path("components").path("securitySchemes"));
		headers(root.path("components").path("headers"));
		schemas(root.path("components").path("schemas"));
	}

	private void contents() {
		this.html.open("nav", "aria-label", "Operations").open("ul");
		this.api.operationsByTag().forEach((tag, operations) -> {
			this.html.open("li").link("#" + OpenApi.anchor("tag", tag), tag).open("ul");
			operations.forEach((
					operation) -> this.html.open("li").link("#" + operation.anchor(), operation.summary()).close("li"));
			this.html.close("ul").close("li");
		});
		this.html.close("ul").close("nav");
	}

	private void access(JsonNode schemes) {
		if (!schemes.isEmpty()) {
			this.html.element("h2", "Access");
		}
		schemes.properties().forEach((scheme) -> {
			JsonNode node = this.api.resolve(scheme.getValue());
			this.html.element("h3", scheme.getKey(), "id", OpenApi.anchor("access", scheme.getKey()))
				.element("p",
						String.join(" ", OpenApi.text(node, "type"), OpenApi.text(node, "scheme"),
								OpenApi.text(node, "bearerFormat")))
				.markdown(OpenApi.text(node, "description"));
			this.schemas.others(node, KNOWN_OF_ACCESS);
		});
	}

	private void headers(JsonNode headers) {
		if (!headers.isEmpty()) {
			this.html.element("h2", "Headers of responses");
		}
		headers.properties().forEach((header) -> {
			this.html.element("h3", header.getKey(), "id", OpenApi.anchor("header", header.getKey())).open("p");
			this.schemas.type(header.getValue().path("schema"));
			this.html.close("p").markdown(OpenApi.text(header.getValue(), "description"));
			this.schemas.rules(header.getValue().path("schema"));
			this.schemas.others(header.getValue(), Set.of("schema", "description", "required"));
		});
	}

	private void schemas(JsonNode all) {
		if (!all.isEmpty()) {
			this.html.element("h2", "Schemas");
		}
		all.properties().forEach((each) -> {
			this.html.element("h3", each.getKey(), "id", OpenApi.anchor("schema", each.getKey())).open("p");
			this.schemas.type(each.getValue());
			this.html.close("p").markdown(OpenApi.text(each.getValue(), "description"));
			this.schemas.rules(each.getValue());
			this.schemas.fields(each.getValue());
		});
	}

}
