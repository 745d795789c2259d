package city.plaza.gateway;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Which address leads where, and how a service that fails is reported. */
class RouteTests extends GatewayTest {

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry metrics;

	@ParameterizedTest
	@CsvSource({ "/api/v1/registrations, identity-service", "/api/v1/password-resets, identity-service",
			"/api/v1/email-change-undos, identity-service", "/oauth2/token, identity-service",
			"/oauth2/jwks, identity-service", "/.well-known/openid-configuration, identity-service",
			"/oauth2/authorize, portal", "/api/v1/sessions/refresh, identity-service", "/api/v1/me, identity-service",
			"/api/v1/residents/lookup, identity-service", "/api/v1/registrations/legacy, identity-service",
			"/api/v1/legacy-residents/imports, identity-service", "/api/v1/legacy-residents/searches, identity-service",
			"/api/v1/customer-links, account-link-service",
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
			.uri(java.net.URI.create("http://localhost:" + this.port + path))
			.exchange()
			.expectStatus()
			.isBadRequest();
		assertThat(portal.seen()).isZero();
	}

	@Test
	void countsRequestsByRouteAndStatus() {
		this.browser.get().uri("/api/v1/bills/7").exchange().expectStatus().isOk();
		await().untilAsserted(() -> assertThat(this.metrics.get("http.server.requests")
			.tags("uri", "billing-service.bills", "status", "200")
			.timer()
			.count()).isPositive());
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

}
