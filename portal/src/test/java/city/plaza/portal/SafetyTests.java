package city.plaza.portal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import city.plaza.portal.StubServices.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What protects the residents on every page, and what they see when a service is away.
 */
@ExtendWith(OutputCaptureExtension.class)
class SafetyTests extends PortalTest {

	@Test
	void namesTheMethodsOfAPageBeforeItAsksForAFormOrASignIn() {
		for (String path : List.of("/announcements", "/account")) {
			Page page = post(path, null, Map.of(), new LinkedMultiValueMap<>());
			assertThat(page.status()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
			assertThat(page.headers().getAllow()).extracting(HttpMethod::name)
				.containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
			assertThat(page.text("h1")).isEqualTo("This page can't be opened this way");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "email=%", "email=%00" })
	void showsAPageForAFormThatCannotBeReadAndLogsNoTrace(String form, CapturedOutput output) {
		this.client.post()
			.uri("/sign-in")
			.cookies((jar) -> cookies(get("/sign-in", null)).forEach(jar::add))
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.bodyValue(form)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML);
		assertThat(output).doesNotContain(" ERROR ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/sign-in", "/no-such-page" })
	void letsAPageLoadNothingForeignAndBeFramedByNobody(String path) {
		HttpHeaders headers = get(path, null).headers();
		assertThat(headers.getFirst("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
					"base-uri 'none'", "form-action 'self' http://localhost:8080")
			.doesNotContain("unsafe");
		assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("same-origin");
		assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/account", "/payments" })
	void keepsNoPersonalPageInACache(String path) {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		assertThat(get(path, resident()).headers().getFirst(HttpHeaders.CACHE_CONTROL)).contains("no-store");
	}

	@Test
	void hasNoInlineScriptOrStyle() {
		SERVICES.on("GET", "/api/v1/me", Samples.ME);
		SERVICES.on("GET", "/api/v1/customer-links", Samples.ONE_LINK);
		for (String path : new String[] { "/", "/account", "/sign-in", "/register", "/contact" }) {
			Page page = get(path, resident());
			assertThat(page.html().select("[style], style, script:not([src]), [onclick], [onload]")).isEmpty();
		}
	}

	@Test
	void refusesAFormWithoutItsToken() {
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>(
				Map.of("number", List.of("100234"), "name", List.of("EXAMPLE CUSTOMER")));
		Page page = post("/linked-accounts/new", resident(), Map.of(), form);
		assertThat(page.status()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(page.text("h1")).isEqualTo("This page timed out");
		assertThat(SERVICES.asked("POST", "/api/v1/customer-links")).isEmpty();
	}

	@Test
	void refusesTheTokenOfAnotherBrowser() {
		Page mine = get("/linked-accounts/new", resident());
		Page other = get("/linked-accounts/new", resident());
		MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.set("_csrf", other.value("main input[name=_csrf]"));
		assertThat(post("/linked-accounts/new", resident(), cookies(mine), form).status())
			.isEqualTo(HttpStatus.FORBIDDEN);
	}

	@Test
	void keepsTheFormsTokenInACookieOfThisHostAlone() {
		assertThat(get("/sign-in", null).headers().getOrEmpty(HttpHeaders.SET_COOKIE))
			.anySatisfy((cookie) -> assertThat(cookie).startsWith("__Host-plaza-form=")
				.containsIgnoringCase("; Path=/; Secure; HttpOnly; SameSite=Lax")
				.doesNotContain("Domain"));
	}

	@Test
	void showsAPlainPageWhileAServiceIsAwayAndTheRestStays() {
		SERVICES.on("GET", "/api/v1/customer-links", Answer.problem(500, "internal-error"));
		Page page = get("/linked-accounts", resident());
		assertThat(page.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(page.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
		assertThat(page.text("h1")).isEqualTo("Sorry, this part is not available");
		assertThat(page.text("header")).contains("Robin Example");
		assertThat(get("/", resident()).status()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void waitsForASlowServiceOnlySoLongAndThenLeavesItInPeace() {
		SERVICES.on("GET", "/api/v1/payments", (asked) -> {
			LockSupport.parkNanos(5_000_000_000L);
			return Answer.json(200, "{}");
		});
		// A page that runs out of time by itself, as on a busy machine, does not count.
		List<Integer> asked = new ArrayList<>();
		for (int round = 0; round < 6; round++) {
			assertThat(visits(4)).containsOnly(HttpStatus.SERVICE_UNAVAILABLE);
			asked.add(SERVICES.asked("GET", "/api/v1/payments").size());
		}
		assertThat(asked.getLast()).as("asked by then: %s", asked).isEqualTo(asked.get(4)).isLessThan(24);
	}

	@Test
	void servesManyWhoComeAtOnceAndTheNextOnesToo() {
		SERVICES.on("GET", "/api/v1/payments", (asked) -> {
			LockSupport.parkNanos(20_000_000L);
			return Answer.json(200, "{\"items\":[]}");
		});
		assertThat(visits(120)).hasSize(120).containsOnly(HttpStatus.OK);
		assertThat(visits(1)).containsOnly(HttpStatus.OK);
	}

	/** What so many visitors see who come at once. */
	private List<HttpStatus> visits(int count) {
		// Threads of their own: the portal in this process needs Reactor's.
		try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
			return IntStream.range(0, count)
				.mapToObj((any) -> CompletableFuture.supplyAsync(() -> get("/payments", resident()).status(), visitors))
				.toList()
				.stream()
				.map(CompletableFuture::join)
				.toList();
		}
	}

	@Test
	void holdsABusyServiceAgainstNobody() {
		SERVICES.on("GET", "/api/v1/payments", Answer.problem(503, "busy"));
		IntStream.range(0, 30)
			.forEach((any) -> assertThat(get("/payments", resident()).status())
				.isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
		SERVICES.on("GET", "/api/v1/payments", Answer.json(200, "{\"items\":[]}"));
		assertThat(get("/payments", resident()).status()).isEqualTo(HttpStatus.OK);
	}

	@ParameterizedTest
	@CsvSource({ "429, too-many-requests, 77, 77", "429, too-many-requests, , ", "503, busy, 12, 12", "503, busy, , 5",
			"503, busy, soon, 5" })
	void asksToComeBackWhenTheServiceDoes(int status, String code, @Nullable String asked, @Nullable String wait) {
		Map<String, String> headers = (asked != null) ? Map.of("Retry-After", asked) : Map.of();
		SERVICES.on("GET", "/api/v1/payments", Answer.problem(status, "{\"code\":\"" + code + "\"}", headers));
		Page page = get("/payments", resident());
		assertThat(page.status().value()).isEqualTo(status);
		assertThat(page.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(wait);
	}

	@Test
	void takesNoRefusalForAnOutage() {
		SERVICES.on("POST", "/api/v1/customer-links", Answer.problem(422, "no-such-customer-account"));
		for (int i = 0; i < 25; i++) {
			assertThat(
					submit("/linked-accounts/new", "/linked-accounts/new", resident(), Map.of("number", "1")).status())
				.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		}
	}

	@Test
	void quotesTheRequestsIdWhenSomethingBreaks() {
		SERVICES.on("GET", "/api/v1/payments", Answer.json(200, "{\"items\":\"nonsense\"}"));
		Page page = page(this.client.get()
			.uri("/payments")
			.header("X-Request-Id", "abc-12345678")
			.header("X-Forwarded-For", "203.0.113.7")
			.headers((headers) -> bearer(headers, resident()))
			.exchange()
			.expectBody()
			.returnResult());
		assertThat(page.status()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(page.text("main code")).isEqualTo("abc-12345678");
		assertThat(page.text("main")).doesNotContain("nonsense", "Exception");
		StubServices.Asked asked = SERVICES.asked("GET", "/api/v1/payments").getFirst();
		assertThat(asked.header("X-request-id")).isEqualTo("abc-12345678");
		assertThat(asked.header("X-forwarded-for")).isEqualTo("203.0.113.7");
		assertThat(asked.headers()).doesNotContainKey("Cookie");
	}

	@Test
	void servesStyleOnceAndForEver() throws Exception {
		String sheet = get("/", null).html().select("link[rel=stylesheet]").get(1).attr("href");
		assertThat(sheet).matches("/assets/portal-[0-9a-f]{12}\\.css");
		HttpResponse<byte[]> answer = raw(sheet);
		assertThat(answer.headers().firstValue("Cache-Control")).get()
			.asString()
			.contains("max-age=31536000", "immutable");
		assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/css");
		assertThat(get("/assets/portal-0.css", null).status()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void sendsNoMoreThanAPhoneLikesToLoad() throws Exception {
		Page page = get("/", null);
		int bytes = raw("/").body().length;
		for (String address : page.html().select("link[rel=stylesheet]").eachAttr("href")) {
			bytes += raw(address).body().length;
		}
		bytes += raw(page.html().select("script").attr("src")).body().length;
		assertThat(bytes).isLessThan(20_000);
	}

	/** As it comes over the wire. */
	private HttpResponse<byte[]> raw(String path) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<byte[]> answer = client
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
					.header("Accept-Encoding", "gzip")
					.build(), HttpResponse.BodyHandlers.ofByteArray());
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
			return answer;
		}
	}

}
