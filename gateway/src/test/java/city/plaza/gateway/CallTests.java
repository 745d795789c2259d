package city.plaza.gateway;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;

/** What of a call reaches a service. */
class CallTests extends GatewayTest {

	private static final String MOBILE_TOKEN = "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtb2JpbGUifQ.c2lnbmF0dXJl";

	@ParameterizedTest
	@ValueSource(strings = { "Bearer x", "Bearer a.b", "Bearer a.b.c.d", "Bearer a.b.c,", "Basic YTpi", "Bearer " })
	void whatCannotBeATokenIsNotLedInwards(String authorization) throws InterruptedException {
		this.browser.get()
			.uri("/api/v1/payments")
			.header(HttpHeaders.AUTHORIZATION, authorization)
			.exchange()
			.expectStatus()
			.isOk();
		assertThat(billing.taken().header("Authorization")).isEmpty();
	}

	@Test
	void anApiCallKeepsItsTokenAndLosesItsCookies() throws InterruptedException {
		this.browser.get()
			.uri("/api/v1/payments")
			.cookie("__Host-plaza", session("4"))
			.header(HttpHeaders.AUTHORIZATION, MOBILE_TOKEN)
			.exchange()
			.expectStatus()
			.isOk();
		Upstream.Request call = billing.taken();
		assertThat(call.header("Authorization")).containsExactly(MOBILE_TOKEN);
		assertThat(call.header("Cookie")).isEmpty();
		assertThat(identity.seen()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Real-IP",
			"X-HTTP-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-User-Id", "X-Resident-Id", "ce_type" })
	void dropsHeadersByWhichAStrangerPretends(String header) throws InterruptedException {
		this.browser.get().uri("/api/v1/payments").header(header, "evil.example").exchange().expectStatus().isOk();
		assertThat(billing.taken().header(header)).isNotEqualTo(java.util.List.of("evil.example"));
	}

	@Test
	void tellsTheInsideWhereTheCallerIsAndWhichRequestItIs() throws InterruptedException {
		this.browser.get()
			.uri("/api/v1/payments")
			.header("X-Forwarded-For", "203.0.113.9")
			.header("X-Request-Id", "<script>")
			.exchange()
			.expectStatus()
			.isOk();
		Upstream.Request call = billing.taken();
		assertThat(call.header("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(call.header("X-Request-Id")).singleElement().asString().matches("[a-f0-9-]{36}");
	}

	@Test
	void refusesBodiesOverTheLimitAnnouncedOrNot() {
		byte[] large = new byte[70 * 1024];
		this.browser.post()
			.uri("/api/v1/registrations")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(large)
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("request-too-large");
		this.browser.post()
			.uri("/api/v1/registrations")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.body(reactor.core.publisher.Flux.range(0, 10).map((part) -> new byte[10 * 1024]), byte[].class)
			.exchange()
			.expectStatus()
			.isEqualTo(413);
	}

	@Test
	void tellsAPersonOfATooLargeFileOnAPage() {
		this.browser.post()
			.uri("/finance/imports")
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.header(HttpHeaders.CONTENT_LENGTH, String.valueOf(40L * 1024 * 1024))
			.body(reactor.core.publisher.Flux.range(0, 40).map((part) -> new byte[1024 * 1024]), byte[].class)
			.exchange()
			.expectStatus()
			.isEqualTo(413)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML);
		assertThat(portal.seen()).isZero();
	}

}
