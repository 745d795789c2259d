package city.plaza.platform.security;

import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Found by its service name, but nobody answers. */
@PlazaTest
@TestPropertySource(properties = { "plaza.security.jwk-set-uri=http://identity-service/.well-known/jwks.json",
		"spring.cloud.discovery.client.simple.instances.identity-service[0].uri=http://localhost:9" })
class IdentityAwayTests {

	@Autowired
	private WebTestClient http;

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void isNoReasonToCallAGoodTokenBad(int attempt) {
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(new UUID(0, attempt))))
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.value(HttpHeaders.RETRY_AFTER, (seconds) -> assertThat(Integer.parseInt(seconds)).isPositive())
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("temporarily-unavailable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage", "a.b.c" })
	void isNoHelpForABadToken(String token) {
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

}
