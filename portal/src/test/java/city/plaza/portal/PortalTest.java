package city.plaza.portal;

import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestTokens;
import city.plaza.portal.cutover.CutOver;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/** Reads pages as a browser without JavaScript does, behind stubs of the services. */
@PlazaTest
public abstract class PortalTest {

	static final StubServices SERVICES = new StubServices();

	static final UUID RESIDENT = UUID.fromString("0197a000-0000-7000-8000-000000000001");

	@Autowired
	WebTestClient client;

	@Autowired
	CircuitBreakerRegistry breakers;

	@Autowired
	CutOver cutOver;

	@LocalServerPort
	int port;

	@DynamicPropertySource
	static void services(DynamicPropertyRegistry properties) {
		for (String service : List.of("identity-service", "account-link-service", "billing-service",
				"notification-service")) {
			properties.add("spring.cloud.discovery.client.simple.instances." + service + "[0].uri", SERVICES::uri);
		}
		// Above what a fresh link is waited for, and what a busy machine takes.
		properties.add("plaza.portal.clients.timeout", () -> "3s");
		properties.add("plaza.calls.breaker.open-for", () -> "5s");
		// Tests count who is served; how soon depends on what else the machine does.
		properties.add("plaza.calls.max-wait", () -> "8s");
	}

	@BeforeEach
	void startAnew() {
		SERVICES.forget();
		// Kept for a minute, in which other tests have other cities.
		ReflectionTestUtils.setField(this.cutOver, "kept", null);
		this.breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

	/** A page and the answer it came in. */
	record Page(HttpStatus status, HttpHeaders headers, Document html) {

		@Nullable String location() {
			return this.headers.getFirst(HttpHeaders.LOCATION);
		}

		String text(String selector) {
			return this.html.select(selector).text();
		}

		String value(String selector) {
			return this.html.select(selector).attr("value");
		}

	}

	static String resident() {
		return TestTokens.resident(RESIDENT, "Robin", "Example");
	}

	static String finance() {
		return TestTokens.staff("finance");
	}

	Page get(String path, @Nullable String token) {
		return page(this.client.get()
			.uri(address(path))
			.headers((headers) -> bearer(headers, token))
			.exchange()
			.expectBody()
			.returnResult());
	}

	/** Fills in the form of a page and sends it, as a browser would. */
	Page submit(String path, String action, @Nullable String token, Map<String, String> fields) {
		Page shown = get(path, token);
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		shown.html()
			.select("form[action='" + action + "'][method=post] input[name]")
			.forEach((input) -> form.set(input.attr("name"), input.val()));
		fields.forEach(form::set);
		return post(action, token, cookies(shown), form);
	}

	Page post(String path, @Nullable String token, Map<String, String> cookies, MultiValueMap<String, String> form) {
		return page(this.client.post()
			.uri(address(path))
			.headers((headers) -> bearer(headers, token))
			.cookies((jar) -> cookies.forEach(jar::add))
			.body(BodyInserters.fromFormData(form))
			.exchange()
			.expectBody()
			.returnResult());
	}

	/** As it is: nothing of it is encoded again. */
	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	static Map<String, String> cookies(Page page) {
		Map<String, String> cookies = new HashMap<>();
		page.headers()
			.getOrEmpty(HttpHeaders.SET_COOKIE)
			.forEach((header) -> HttpCookie.parse(header)
				.forEach((cookie) -> cookies.put(cookie.getName(), cookie.getValue())));
		return cookies;
	}

	static void bearer(HttpHeaders headers, @Nullable String token) {
		if (token != null) {
			headers.setBearerAuth(token);
		}
	}

	static Page page(EntityExchangeResult<byte[]> result) {
		byte[] body = result.getResponseBody();
		String html = (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
		return new Page(Objects.requireNonNull(HttpStatus.resolve(result.getStatus().value())),
				result.getResponseHeaders(), Jsoup.parse(html));
	}

}
