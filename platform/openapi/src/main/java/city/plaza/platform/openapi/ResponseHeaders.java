package city.plaza.platform.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.http.HttpHeaders;

/** The headers that every response has, and those of every 401. */
final class ResponseHeaders implements GlobalOpenApiCustomizer {

	static final String REQUEST_ID = "X-Request-Id";

	private static final String UNAUTHORIZED = "401";

	@Override
	public void customise(OpenAPI api) {
		Components components = (api.getComponents() != null) ? api.getComponents() : new Components();
		api.setComponents(components
			.addHeaders(REQUEST_ID,
					header("The id of this request, which the logs of all services name. Quote it to the help desk.")
						.required(true))
			.addHeaders(HttpHeaders.WWW_AUTHENTICATE,
					header("`Bearer` where no access token was sent, `Bearer error=\"invalid_token\"` where it was "
							+ "refused (RFC 6750). Absent where a sign-in is refused.")));
		Operations.of(api)
			.filter((operation) -> operation.getResponses() != null)
			.forEach((operation) -> operation.getResponses().forEach(ResponseHeaders::describe));
	}

	private static void describe(String status, ApiResponse response) {
		response.addHeaderObject(REQUEST_ID, reference(REQUEST_ID));
		if (UNAUTHORIZED.equals(status)) {
			response.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, reference(HttpHeaders.WWW_AUTHENTICATE));
		}
	}

	private static Header header(String description) {
		Schema<Object> text = new JsonSchema();
		text.addType("string");
		return new Header().description(description).schema(text);
	}

	private static Header reference(String name) {
		return new Header().$ref("#/components/headers/" + name);
	}

}
