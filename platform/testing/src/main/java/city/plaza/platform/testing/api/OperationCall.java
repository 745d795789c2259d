package city.plaza.platform.testing.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls an operation with the body that its description shows as the example. */
final class OperationCall {

	private OperationCall() {
	}

	/** What came of it; the body is empty where there was none. */
	record Response(int status, String body) {
	}

	static Response of(WebTestClient client, Description.Operation operation, String path, @Nullable String token) {
		JsonNode content = operation.node().path("requestBody").path("content");
		String type = content.propertyStream().map(Map.Entry::getKey).findFirst().orElse("");
		WebTestClient.RequestBodySpec request = client.method(HttpMethod.valueOf(operation.method())).uri(path);
		if (token != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		if (!type.isEmpty()) {
			request.header(HttpHeaders.CONTENT_TYPE, type).bodyValue(example(content.path(type).path("example")));
		}
		EntityExchangeResult<byte[]> response = request.exchange().expectBody().returnResult();
		byte[] body = response.getResponseBody();
		return new Response(response.getStatus().value(),
				(body != null) ? new String(body, StandardCharsets.UTF_8) : "");
	}

	private static String example(JsonNode example) {
		return example.isString() ? example.asString() : example.isMissingNode() ? "{}" : example.toString();
	}

}
