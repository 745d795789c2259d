package city.plaza.gateway;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "eureka.client.enabled=false", "management.server.port=0", "plaza.gateway.timeout=700ms",
				"plaza.gateway.session.timeout=500ms", "plaza.gateway.session.remembered=200ms" })
@AutoConfigureWebTestClient(timeout = "20s")
class GatewayTests {

	private static final String MOBILE_TOKEN = "Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtb2JpbGUifQ.c2lnbmF0dXJl";

	static final Upstream identity = new Upstream("identity-service");

	static final Upstream links = new Upstream("account-link-service");

	static final Upstream billing = new Upstream("billing-service");

	static final Upstream notification = new Upstream("notification-service");

	static final Upstream portal = new Upstream("portal");

	static final Upstream inbox = new Upstream("inbox");

	@Autowired
	WebTestClient browser;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		Map.of("identity-service", identity, "account-link-service", links, "billing-service", billing,
				"notification-service", notification, "portal", portal)
			.forEach((name, upstream) -> properties
				.add("spring.cloud.discovery.client.simple.instances." + name + "[0].uri", upstream::uri));
		properties.add("plaza.gateway.dev-inbox", inbox::uri);
	}

	@BeforeEach
	@AfterEach
	void reset() {
		for (Upstream upstream : new Upstream[] { identity, links, billing, notification, portal, inbox }) {
			upstream.reset();
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/v1/registrations, identity-service", "/api/v1/sessions/refresh, identity-service",
			"/api/v1/me, identity-service", "/api/v1/customer-links, account-link-service",
			"/api/v1/customers/1/bills?asOf=2021-06-15, billing-service", "/api/v1/bills/7, billing-service",
			"/api/v1/payments, billing-service", "/api/v1/provider-notifications/sandbox, billing-service",
			"/api/v1/finance/exports/web-payments, billing-service", "/sandbox-provider/checkouts/1, billing-service",
			"/api/v1/notices, notification-service", "/dev/inbox, inbox", "/, portal", "/sign-in, portal",
			"/finance, portal", "/assets/plaza.css, portal" })
	void leadsEachAddressToItsService(String path, String service) {
		this.browser.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.from")
			.isEqualTo(service);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/internal/v1/browser-sessions", "/actuator/health", "/actuator/prometheus",
			"/v3/api-docs", "/.well-known/jwks.json", "/api/v1/nothing", "/eureka/apps/x/../y" })
	void hidesWhatIsInside(String path) {
		this.browser.get().uri(path).exchange().expectStatus().is4xxClientError();
		assertThat(portal.seen() + identity.seen() + billing.seen()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/x/..;/actuator/health", "//actuator/health", "/%61ctuator%2fhealth",
			"/a/%2e%2e/actuator", "/a;b=c", "/a%5cb" })
	void refusesAmbiguousPaths(String path) {
		this.browser.get()
			.uri(java.net.URI.create("http://localhost:" + port() + path))
			.exchange()
			.expectStatus()
			.isBadRequest();
		assertThat(portal.seen()).isZero();
	}

	@Test
	void describesAllApisAtOneAddress() throws InterruptedException {
		this.browser.get().uri("/api/docs/billing").exchange().expectStatus().isOk();
		assertThat(billing.taken().path()).isEqualTo("/v3/api-docs");
		String ui = this.browser.get()
			.uri("/api/docs")
			.exchange()
			.expectStatus()
			.is3xxRedirection()
			.returnResult(String.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		this.browser.get().uri(String.valueOf(ui)).exchange().expectStatus().isOk();
	}

	@Test
	void swapsTheCookieForATokenAndKeepsItInside() throws InterruptedException {
		identity
			.answers((request) -> new Upstream.Reply(200, Map.of(), "{\"accessToken\":\"jwt-1\",\"expiresIn\":300}"));
		this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("1"))
			.cookie("theme", "dark")
			.header(HttpHeaders.AUTHORIZATION, "Bearer forged")
			.exchange()
			.expectStatus()
			.isOk();
		Upstream.Request page = portal.taken();
		assertThat(page.header("Authorization")).containsExactly("Bearer jwt-1");
		assertThat(page.header("Cookie")).containsExactly("theme=dark");
		Upstream.Request swap = identity.taken();
		assertThat(swap.path()).isEqualTo("/internal/v1/browser-sessions/token");
		assertThat(swap.body()).isEqualTo("{\"sessionToken\":\"" + session("1") + "\"}");
	}

	@Test
	void asksOnceForThePartsOfAPageAndAgainAfterASignOut() {
		AtomicInteger swaps = new AtomicInteger();
		identity.answers((request) -> new Upstream.Reply(200, Map.of(),
				"{\"accessToken\":\"jwt-" + swaps.incrementAndGet() + "\",\"expiresIn\":300}"));
		page(session("2"));
		page(session("2"));
		assertThat(swaps).hasValueLessThanOrEqualTo(2);
		int before = swaps.get();
		portal.answers(
				(request) -> new Upstream.Reply(200, Map.of("Set-Cookie", "__Host-plaza=; Max-Age=0; Path=/"), "{}"));
		page(session("2"));
		portal.reset();
		page(session("2"));
		assertThat(swaps).hasValueGreaterThan(before);
	}

	@Test
	void anEndedSessionLosesItsCookieAndSeesThePublicPage() throws InterruptedException {
		identity.answers((request) -> new Upstream.Reply(401, Map.of(), "{\"code\":\"session-ended\"}"));
		HttpHeaders headers = this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("ended"))
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseHeaders();
		assertThat(portal.taken().header("Authorization")).isEmpty();
		assertThat(headers.getFirst(HttpHeaders.SET_COOKIE)).startsWith("__Host-plaza=;")
			.contains("Max-Age=0", "Secure", "HttpOnly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "42-characters-are-too-few-for-a-session-id",
			"44-characters-are-too-many-for-a-session-ids", "43-characters-but-one-of-them-is.none-of-us" })
	void aCookieThatCannotBeASessionIsTakenAwayAndNobodyIsAsked(String cookie) throws InterruptedException {
		HttpHeaders headers = this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", cookie)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseHeaders();
		assertThat(headers.getFirst(HttpHeaders.SET_COOKIE)).startsWith("__Host-plaza=;").contains("Max-Age=0");
		Upstream.Request page = portal.taken();
		assertThat(page.header("Authorization")).isEmpty();
		assertThat(page.header("Cookie")).isEmpty();
		assertThat(identity.seen()).isZero();
	}

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
	void aPageOfASessionIsNotShownAsAStrangersWhileIdentityIsAway() {
		identity.freeze();
		this.browser.get()
			.uri("/account")
			.cookie("__Host-plaza", session("3"))
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER);
		assertThat(portal.seen()).isZero();
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

	@Test
	void aFrozenServiceAnswers503AndCostsTheOthersNothing() {
		billing.freeze();
		this.browser.get()
			.uri("/api/v1/payments")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("temporarily-unavailable");
		this.browser.get().uri("/api/v1/me").exchange().expectStatus().isOk();
	}

	@Test
	void anAnswerOfTheServiceIsPassedOnAsItIs() {
		billing.answers((request) -> new Upstream.Reply(409, Map.of("Content-Type", "application/problem+json"),
				"{\"code\":\"bill-pending\"}"));
		this.browser.post()
			.uri("/api/v1/payments")
			.exchange()
			.expectStatus()
			.isEqualTo(409)
			.expectBody()
			.jsonPath("$.code")
			.isEqualTo("bill-pending");
	}

	/** Of the form that identity-service gives its sessions. */
	private static String session(String name) {
		return "s" + "-".repeat(42 - name.length()) + name;
	}

	private void page(String session) {
		this.browser.get().uri("/account").cookie("__Host-plaza", session).exchange().expectStatus().isOk();
	}

	@Autowired
	org.springframework.core.env.Environment environment;

	private int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

}
