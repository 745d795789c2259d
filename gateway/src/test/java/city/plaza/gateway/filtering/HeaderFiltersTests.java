package city.plaza.gateway.filtering;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderFiltersTests {

	private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln";

	private final HeaderFilters filters = new HeaderFilters();

	@ParameterizedTest
	@ValueSource(strings = { "Forwarded", "forwarded", "X-Forwarded-For", "x-forwarded-anything", "X-FORWARDED-HOST",
			"X-Http-Method", "X-HTTP-Method-Override", "X-Original-URL", "X-Original-Host", "X-Rewrite-URL",
			"X-Real-IP", "X-Client-IP", "X-User", "X-User-Id", "X-Username", "X-Resident-Id", "X-Auth-Request-Email",
			"X-Authenticated", "X-Internal", "ce_type", "CE-Type", "Ce-Id" })
	void dropsWhatOnlyTheInsideMaySay(String name) {
		HttpHeaders sent = new HttpHeaders();
		sent.add(name, "first");
		sent.add(name, "second");
		sent.add("Accept-Language", "es");
		assertThat(after(this.filters.forApi(), sent).containsHeader(name)).isFalse();
		assertThat(after(this.filters.forPages(), sent).containsHeader(name)).isFalse();
		assertThat(after(this.filters.forPages(), sent).getFirst("Accept-Language")).isEqualTo("es");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "Idempotency-Key", "traceparent", "If-None-Match", "X-Forward",
			"X-Requested-With", "Cell", "Century" })
	void keepsWhatClientsMaySay(String name) {
		HttpHeaders sent = new HttpHeaders();
		sent.add(name, "value");
		assertThat(after(this.filters.forApi(), sent).get(name)).containsExactly("value");
		assertThat(after(this.filters.forPages(), sent).get(name)).containsExactly("value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer ", "bearer ", "BEARER " })
	void takesATokenForTheApiAndTheCookieForPages(String scheme) {
		HttpHeaders sent = new HttpHeaders();
		sent.add(HttpHeaders.AUTHORIZATION, scheme + TOKEN);
		sent.add(HttpHeaders.COOKIE, "__Host-plaza=x");
		HttpHeaders api = after(this.filters.forApi(), sent);
		assertThat(api.get(HttpHeaders.AUTHORIZATION)).containsExactly(scheme + TOKEN);
		assertThat(api.containsHeader(HttpHeaders.COOKIE)).isFalse();
		HttpHeaders pages = after(this.filters.forPages(), sent);
		assertThat(pages.containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
		assertThat(pages.get(HttpHeaders.COOKIE)).containsExactly("__Host-plaza=x");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			value = { "__Host-plaza=x; __Host-plaza-language=es; a=b | __Host-plaza-language=es",
					"__Host-plaza-language=xx | -", "__Host-plaza-language=es%0d%0aa | -", "__Host-plaza=x | -" })
	void letsAForeignPageKnowTheChosenLanguageAlone(String cookies, @Nullable String passed) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/x");
		for (String cookie : cookies.split("; ")) {
			request.cookie(new HttpCookie(cookie.split("=", 2)[0], cookie.split("=", 2)[1]));
		}
		request.header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
		HttpHeaders headers = after(this.filters.forForeignPages(), request.build());
		assertThat(headers.getFirst(HttpHeaders.COOKIE)).isEqualTo(passed);
		assertThat(headers.containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer  " + TOKEN, "Bearer\t" + TOKEN, " Bearer " + TOKEN,
			"Bearer " + TOKEN + " ", "Bearer " + TOKEN + "\n", "Bearer " + TOKEN + ", Bearer " + TOKEN, "Bearer ..",
			"Bearer a..c", "Bearer a.b.c=", "Bearer a.b.c+", "Bearer \u0430.b.c", "Digest " + TOKEN, TOKEN })
	void takesAnythingElseForNoToken(String authorization) {
		HttpHeaders sent = new HttpHeaders();
		sent.add(HttpHeaders.AUTHORIZATION, authorization);
		assertThat(after(this.filters.forApi(), sent).containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
	}

	@Test
	void takesTwoTokensOrOneThatIsEndlessForNone() {
		HttpHeaders two = new HttpHeaders();
		two.add(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
		two.add(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN);
		assertThat(after(this.filters.forApi(), two).containsHeader(HttpHeaders.AUTHORIZATION)).isFalse();
		for (int length : new int[] { 4_096, 4_097 }) {
			HttpHeaders one = new HttpHeaders();
			one.add(HttpHeaders.AUTHORIZATION, "Bearer a." + "b".repeat(length) + ".c");
			assertThat(after(this.filters.forApi(), one).containsHeader(HttpHeaders.AUTHORIZATION))
				.isEqualTo(length == 4_096);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345678", "0f8fad5b-d9cb-469f-a165-70867728950e", "A-B-C-D-" })
	void keepsAnIdThatIsSafe(String id) {
		HttpHeaders sent = new HttpHeaders();
		sent.add("X-Request-Id", id);
		assertThat(after(this.filters.forApi(), sent).get("X-Request-Id")).containsExactly(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1234567", "<script>alert(1)", "a b c d e f", "12345678\n", "12345678\r\nX: y",
			"1234_5678", "\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668" })
	void givesAnIdOfItsOwnInPlaceOfAnother(String id) {
		HttpHeaders sent = new HttpHeaders();
		sent.add("X-Request-Id", id);
		sent.add("X-Request-Id", "12345678");
		assertThat(after(this.filters.forPages(), sent).get("X-Request-Id")).singleElement()
			.asString()
			.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
	}

	@Test
	void boundsTheLengthOfAnId() {
		HttpHeaders sent = new HttpHeaders();
		sent.add("X-Request-Id", "a".repeat(65));
		assertThat(after(this.filters.forApi(), sent).getFirst("X-Request-Id")).hasSize(36);
		sent.set("X-Request-Id", "a".repeat(64));
		assertThat(after(this.filters.forApi(), sent).getFirst("X-Request-Id")).hasSize(64);
	}

	private static HttpHeaders after(GatewayFilter filter, HttpHeaders sent) {
		return after(filter, MockServerHttpRequest.get("/x").headers(sent).build());
	}

	private static HttpHeaders after(GatewayFilter filter, MockServerHttpRequest request) {
		AtomicReference<HttpHeaders> inwards = new AtomicReference<>(new HttpHeaders());
		filter.filter(MockServerWebExchange.from(request), (exchange) -> {
			inwards.set(exchange.getRequest().getHeaders());
			return Mono.empty();
		}).block();
		return inwards.get();
	}

}
