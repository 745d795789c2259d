package city.plaza.platform.security;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@PlazaTest
class ResourceServerTests {

	@Autowired
	private WebTestClient http;

	@LocalServerPort
	private int port;

	@Test
	void tellsTheControllerWhoCalls() {
		UUID id = UUID.randomUUID();
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(id, "Ada", "Łukasz")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.id")
			.isEqualTo(id.toString())
			.jsonPath("$.givenName")
			.isEqualTo("Ada")
			.jsonPath("$.familyName")
			.isEqualTo("Łukasz")
			.jsonPath("$.session")
			.isNotEmpty()
			.jsonPath("$.roles")
			.isEmpty();
	}

	@Test
	void letsARoleWhereItBelongs() {
		this.http.get()
			.uri("/finance")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.isEqualTo("true");
	}

	@Test
	void refusesWhoLacksTheRole() {
		this.http.get()
			.uri("/finance")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("support")))
			.exchange()
			.expectStatus()
			.isForbidden()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("forbidden");
	}

	@Test
	void refusesWhatNoRuleNames() {
		this.http.get()
			.uri("/forgotten")
			.headers((headers) -> headers.setBearerAuth(TestTokens.staff("finance")))
			.exchange()
			.expectStatus()
			.isForbidden();
		this.http.get().uri("/forgotten").exchange().expectStatus().isUnauthorized();
	}

	@Test
	void asksForATokenWithAProblem() {
		this.http.get()
			.uri("/me")
			.header("X-Request-Id", "test-1234567")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectHeader()
			.valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
			.expectHeader()
			.doesNotExist(HttpHeaders.SET_COOKIE)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("unauthenticated")
			.jsonPath("$.requestId")
			.isEqualTo("test-1234567");
	}

	@Test
	void takesATokenFromItsHeaderOnly() {
		String token = TestTokens.resident(UUID.randomUUID());
		this.http.get().uri("/me?access_token=" + token).exchange().expectStatus().isUnauthorized();
		this.http.get().uri("/me").cookie("access_token", token).exchange().expectStatus().isUnauthorized();
		this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBasicAuth("user", token))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@Test
	void needsNoCsrfToken() {
		this.http.post()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(UUID.randomUUID())))
			.exchange()
			.expectStatus()
			.isOk();
	}

	@Test
	void refusesABadTokenEvenWhereNoneIsNeeded() {
		this.http.get()
			.uri("/open")
			.headers((headers) -> headers.setBearerAuth(TestTokens.ofAStranger()))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/open", "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness",
			"/actuator/prometheus" })
	void isOpenWhereItHasToBe(String path) {
		this.http.get().uri(path).exchange().expectStatus().isOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/login", "/logout",
			"/webjars/x", "/me/x" })
	void doesNotKnowTheRest(String path) {
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
			this.http.method(method).uri(path).exchange().expectStatus().isNotFound();
		}
		this.http.get()
			.uri(path)
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("not-found");
	}

	@Test
	void namesTheMethodsOfAnAddressBeforeItAsksForAToken() {
		this.http.delete()
			.uri("/me")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
			.expectHeader()
			.value(HttpHeaders.ALLOW,
					(allow) -> assertThat(allow.split(",\\s*")).containsExactlyInAnyOrder("GET", "HEAD", "POST",
							"OPTIONS"))
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("method-not-allowed");
		this.http.options()
			.uri("/finance")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.value(HttpHeaders.ALLOW,
					(allow) -> assertThat(allow.split(",\\s*")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS"));
	}

	@Test
	void givesTheHeadersAloneWhereverItGivesTheWhole() {
		this.http.head().uri("/me").exchange().expectStatus().isUnauthorized();
		this.http.head()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(TestTokens.resident(UUID.randomUUID())))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.isEmpty();
		this.http.head().uri("/actuator/health").exchange().expectStatus().isOk().expectBody().isEmpty();
	}

	@Test
	void forbidsBrowsersWhatAnApiNeverNeeds() {
		this.http.get()
			.uri("/open")
			.exchange()
			.expectHeader()
			.valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
			.expectHeader()
			.valueEquals("X-Content-Type-Options", "nosniff")
			.expectHeader()
			.valueEquals("X-Frame-Options", "DENY")
			.expectHeader()
			.valueEquals("Referrer-Policy", "no-referrer")
			.expectHeader()
			.value("Cache-Control", (value) -> assertThat(value).contains("no-store"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/me;a=b", "/me/;", "/m%65%3b", "/me%00", "/a%2fb", "/a%5cb", "/a//me", "/%2e/me", "/me%25" })
	void refusesAnAmbiguousAddressWithAProblem(String path) {
		this.http.get()
			.uri(URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("malformed-request")
			.jsonPath("$.requestId")
			.isNotEmpty();
	}

}
