package city.plaza.accountlink.link;

import java.util.Map;
import java.util.UUID;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Requests that are refused before anything is looked up. */
@PlazaTest
class LinkBodyTests {

	private final UUID resident = UUID.randomUUID();

	@Autowired
	private WebTestClient client;

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"number\":\" \",\"name\":\"\"}", "{\"number\":\"1\"}", "{\"name\":\"A\"}" })
	void asksForWhatIsMissing(String body) {
		post(body).expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("invalid-request")
			.jsonPath("$.errors[0].code")
			.isEqualTo("required");
	}

	@Test
	void refusesWhatIsTooLongOrNoJson() {
		post("{\"number\":\"1\",\"name\":\"%s\"}".formatted("A".repeat(201))).expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.errors[0].field")
			.isEqualTo("name");
		post("{\"number\":").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("malformed-request");
	}

	private WebTestClient.ResponseSpec post(String body) {
		return this.client.post()
			.uri(LinkingFixture.LINKS)
			.header(HttpHeaders.AUTHORIZATION, LinkingFixture.bearer(this.resident))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange();
	}

	@ParameterizedTest
	@CsvSource({ "'{\"number\":\"1\\u00002\",\"name\":\"A\"}', number",
			"'{\"number\":\"12\",\"name\":\"A\\u0000\"}', name" })
	void namesTheTextThatCannotBeStored(String body, String field) {
		post(body).expectStatus().isBadRequest().expectBody().jsonPath("$.field").isEqualTo(field);
	}

	@Test
	void linksNothingForStaffOrAnonymousCallers() {
		Map<String, String> request = Map.of("number", LinkingFixture.newNumber(), "name", LinkingFixture.newName());
		this.client.post().uri(LinkingFixture.LINKS).bodyValue(request).exchange().expectStatus().isUnauthorized();
		this.client.get().uri(LinkingFixture.LINKS).exchange().expectStatus().isUnauthorized();
		this.client.post()
			.uri(LinkingFixture.LINKS)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.staff("finance"))
			.bodyValue(request)
			.exchange()
			.expectStatus()
			.isForbidden();
		this.client.get()
			.uri(LinkingFixture.LINKS)
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.ofAStranger())
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

}
