package city.plaza.platform.testing.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class DescribedResponsesTests {

	private static final Description API = new Description(
			"""
					{"paths": {
					  "/api/v1/orders": {
					    "get": {"responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Orders"}}}},
					                          "404": {"content": {"application/problem+json": {"schema": {"required": ["code"]}}}}}},
					    "post": {"responses": {"204": {"description": "Done"}, "202": {"content": {"application/json": {}}}}}},
					  "/api/v1/orders/{id}": {
					    "get": {"responses": {"200": {"content": {"text/csv;charset=UTF-8": {}, "application/pdf": {}}}}}}},
					 "components": {"schemas": {"Orders": {"type": "object", "required": ["count"],
					   "properties": {"count": {"type": "integer"}, "day": {"type": "string", "format": "date"}}}}}}""");

	// Method, address, status, type and body of a response, and what is wrong with it.
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					GET     | /api/v1/orders      | 200 | application/json         | {"count": 1}      |
					GET     | /api/v1/orders      | 200 | application/json;charset=UTF-8 | {"count": 1, "x": 2} |
					GET     | /api/v1/orders      | 200 | application/json         | {"count": "one"}  | integer
					GET     | /api/v1/orders      | 200 | application/json         | {}                | count
					GET     | /api/v1/orders      | 200 | application/json         | {"count": 1, "day": "2026-02-30"} | date
					GET     | /api/v1/orders      | 200 | application/json         | {"count":         | it is no JSON
					GET     | /api/v1/orders      | 200 | application/json         |                   | has no body
					GET     | /api/v1/orders      | 200 |                          |                   | has no body
					GET     | /api/v1/orders      | 200 |                          | {"count": 1}      | without a type
					GET     | /api/v1/orders      | 200 | text/plain               | one               | not described as text/plain
					GET     | /api/v1/orders      | 200 | application/problem+json | {"code": "a"}     | not described as application/problem+json
					GET     | /api/v1/orders      | 201 | application/json         | {"count": 1}      | 201 is not described
					GET     | /api/v1/orders      | 500 | application/problem+json | {"code": "a"}     | 500 is not described
					GET     | /api/v1/orders      | 404 | application/problem+json | {"code": "a"}     |
					GET     | /api/v1/orders      | 404 | application/problem+json | {"status": 404}   | code
					POST    | /api/v1/orders      | 204 |                          |                   |
					POST    | /api/v1/orders      | 204 | application/json         | {}                | not described as application/json
					POST    | /api/v1/orders      | 202 | application/json         | {}                | no schema
					GET     | /api/v1/orders/7    | 200 | text/csv                 | a;b               |
					GET     | /api/v1/orders/7    | 200 | application/pdf          | %PDF              |
					GET     | /api/v1/orders/7    | 200 | application/pdf          |                   |
					GET     | /api/v1/orders/7    | 200 | text/csv2                | a;b               | not described as text/csv2
					GET     | /api/v1/orders/7/8  | 200 | application/json         | {}                | is no operation
					GET     | /api/v1/orders/7/8  | 404 | application/problem+json | {}                |
					DELETE  | /api/v1/orders      | 204 |                          |                   | is no operation
					DELETE  | /api/v1/orders      | 405 |                          |                   |
					HEAD    | /api/v1/orders      | 200 | application/json         |                   |
					OPTIONS | /api/v1/orders      | 200 |                          |                   |
					""")
	void findTheDifference(String method, String path, int status, @Nullable String type, @Nullable String body,
			@Nullable String difference) {
		List<String> found = DescribedResponses.Differences.of(API,
				MockServerHttpRequest.method(HttpMethod.valueOf(method), path).build(), HttpStatusCode.valueOf(status),
				(type != null) ? MediaType.parseMediaType(type) : null, (body != null) ? body : "");
		if (difference == null) {
			assertThat(found).isEmpty();
		}
		else {
			assertThat(found).isNotEmpty()
				.first()
				.asString()
				.contains(difference)
				.startsWith(method + " /api/v1/orders");
		}
	}

	@Test
	void letAGoodResponseThroughAsItIs(CapturedOutput output) {
		MockServerHttpResponse response = respond("/api/v1/orders", "{\"count\":", " 1}");
		assertThat(response.getStatusCode()).as("as the service left it").isNull();
		assertThat(response.getBodyAsString().block()).isEqualTo("{\"count\": 1}");
		assertThat(output).as("checked once, not again at its end").doesNotContain("Not as described");
	}

	@Test
	void giveTheTestTheDifferenceInPlaceOfTheResponse() {
		MockServerHttpResponse response = respond("/api/v1/orders", "{\"number\":", " 1}");
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(response.getHeaders().getContentLength()).isEqualTo(-1);
		assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.TEXT_PLAIN);
		assertThat(response.getBodyAsString().block())
			.startsWith("Not as described: [GET /api/v1/orders, response 200: ")
			.endsWith(" in {\"number\": 1}");
	}

	@Test
	void giveItWhereNoBodyCameThoughOneIsDescribed() {
		MockServerHttpResponse response = respond("/api/v1/orders");
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(response.getBodyAsString().block()).contains("has no body");
	}

	@Test
	void lookAtNothingButTheApi() {
		for (String path : List.of("/", "/v3/api-docs", "/api/v2/orders", "/actuator/health", "/api/v1")) {
			assertThat(respond(path, "anything").getBodyAsString().block()).isEqualTo("anything");
		}
	}

	private static MockServerHttpResponse respond(String path, String... parts) {
		HttpHandler service = (request, response) -> {
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			response.getHeaders().setContentLength(String.join("", parts).length());
			Flux<DataBuffer> body = Flux.fromArray(parts)
				.map((part) -> DefaultDataBufferFactory.sharedInstance.wrap(part.getBytes(StandardCharsets.UTF_8)));
			Mono<Void> written = (parts.length == 0) ? Mono.empty() : response.writeAndFlushWith(body.map(Mono::just));
			// As Spring ends every response.
			return written.then(Mono.defer(response::setComplete));
		};
		MockServerHttpResponse response = new MockServerHttpResponse();
		new DescribedResponses(Mono.just(API)).apply(service)
			.handle(MockServerHttpRequest.get(path).build(), response)
			.block();
		return response;
	}

}
