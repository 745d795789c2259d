package city.plaza.platform.openapi;

import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@PlazaTest
class DescribedOperationTests {

	@Autowired
	private WebTestClient http;

	@Test
	void describesTheTokenAndNoCaller() {
		JsonNode api = api();

		assertThat(api.at("/components/securitySchemes/bearer/scheme").asString()).isEqualTo("bearer");
		assertThat(api.at("/paths/~1api~1v1~1orders/post/parameters").isMissingNode()).isTrue();
		assertThat(api.at("/components/schemas/Caller").isMissingNode()).isTrue();
	}

	@Test
	void namesTheCodesOfEachStatus() {
		JsonNode responses = api().at("/paths/~1api~1v1~1orders/post/responses");

		assertThat(responses.at("/409/description").asString()).isEqualTo("Conflict: `sold-out`");
		assertThat(responses.at("/409/content/application~1problem+json/examples/sold-out/value/detail").asString())
			.isEqualTo("There is nothing left.");
		assertThat(responses.at("/422/content/application~1problem+json/examples/invalid-request/value/errors/0"))
			.isEqualTo(new JsonMapper()
				.valueToTree(Map.of("field", "item", "code", "required", "message", "Enter what to order.")));
		assertThat(responses.properties().stream().map(Map.Entry::getKey)).contains("400", "401", "413", "415", "429",
				"500", "503");
	}

	@Test
	void namesTheHeadersOfEveryResponse() {
		JsonNode api = api();
		JsonNode responses = api.at("/paths/~1api~1v1~1orders/post/responses");

		assertThat(responses.properties()).isNotEmpty()
			.allSatisfy((response) -> assertThat(response.getValue().at("/headers/X-Request-Id/$ref").asString())
				.isEqualTo("#/components/headers/X-Request-Id"));
		assertThat(responses.at("/401/headers").has("WWW-Authenticate")).isTrue();
		assertThat(responses.at("/409/headers").has("WWW-Authenticate")).isFalse();
		assertThat(api.at("/components/headers/X-Request-Id/required").asBoolean()).isTrue();
		assertThat(api.at("/components/headers/WWW-Authenticate/schema/type").asString()).isEqualTo("string");
		this.http.post().uri("/api/v1/orders").exchange().expectHeader().exists("WWW-Authenticate");
	}

	@Test
	void namesA403WhereTheGuardHasOneAndNowhereElse() {
		JsonNode paths = api().path("paths");

		assertThat(paths.at("/~1api~1v1~1orders/post/responses").has("403")).isFalse();
		assertThat(paths.at("/~1api~1v1~1orders~1{id}~1refund/post/responses/403/description").asString())
			.isEqualTo("Forbidden: `forbidden`");
		assertThat(refund(TestTokens.resident(UUID.randomUUID(), "Ada", "A"))).isEqualTo(403);
		assertThat(refund(TestTokens.staff("finance"))).isEqualTo(200);
	}

	@Test
	void anOpenOperationRefusesABadTokenOnly() {
		JsonNode operation = api().at("/paths/~1api~1v1~1other-code/get");

		assertThat(operation.path("security").isEmpty()).isTrue();
		assertThat(operation.at("/responses/401/description").asString()).contains("unauthenticated");
		assertThat(operation.at("/responses/401/headers").has("WWW-Authenticate")).isTrue();
		assertThat(operation.at("/responses/403").isMissingNode()).isTrue();
	}

	@Test
	void aRequestMayLeaveOutWhatAResponseHoldsAsNull() {
		JsonNode schemas = api().at("/components/schemas");

		assertThat(schemas.at("/OrderRequest/required").toString()).isEqualTo("[\"item\"]");
		assertThat(schemas.at("/OrderView/required").toString()).isEqualTo("[\"id\",\"note\"]");
		assertThat(schemas.at("/OrderView/properties/note/type").toString()).contains("null");
		assertThat(schemas.at("/OrderView/properties/id/type").asString()).isEqualTo("string");
	}

	@Test
	void responsesThatKeepTheDescriptionPass() {
		order("{\"item\": \"one\"}").expectStatus().isOk();
		order("{\"item\": \"all\"}").expectStatus().isEqualTo(409);
		order("{\"item\": \"\"}").expectStatus().isEqualTo(422);
		this.http.post().uri("/api/v1/orders").exchange().expectStatus().isUnauthorized();
	}

	@ParameterizedTest
	@CsvSource({ "other-code, sold-out", "other-status, is not described", "other-body, id" })
	void responsesThatDoNotKeepItFailTheTest(String path, String reason) {
		this.http.get()
			.uri("/api/v1/" + path)
			.exchange()
			.expectStatus()
			.isEqualTo(500)
			.expectBody(String.class)
			.value((body) -> assertThat(body).startsWith("Not as described").contains(reason));
	}

	@Test
	void refusesAMessageThatNamesNoRemedy() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			Violations violations = new Violations(factory.getValidator());

			assertThatIllegalStateException().isThrownBy(() -> violations.of(Bare.class)).withMessageContaining("name");
		}
	}

	@Test
	void makesSentencesOfJavadoc() {
		assertThat(Sentences.sentence("such as <code>USD</code>")).isEqualTo("Such as `USD`.");
		assertThat(Sentences.sentence(" ")).isNull();
	}

	private WebTestClient.ResponseSpec order(String json) {
		return this.http.post()
			.uri("/api/v1/orders")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(UUID.randomUUID(), "Ada", "A")))
			.contentType(org.springframework.http.MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	private int refund(String token) {
		return this.http.post()
			.uri("/api/v1/orders/{id}/refund", UUID.randomUUID())
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.returnResult(Void.class)
			.getStatus()
			.value();
	}

	private JsonNode api() {
		byte[] body = this.http.get().uri("/v3/api-docs").exchange().expectBody().returnResult().getResponseBody();
		return new JsonMapper().readTree(body);
	}

	record Bare(@NotNull @Nullable String name) {
	}

}
