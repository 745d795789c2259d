package city.plaza.platform.http;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class SecurityHeadersTests {

	private final SecurityHeaders headers = new SecurityHeaders(true);

	@Test
	void areOnEveryResponse() {
		HttpHeaders sent = respond((response) -> {
		});
		this.headers.forEach((name, value) -> assertThat(sent.get(name)).as(name).containsExactly(value));
		assertThat(sent.headerNames()).contains("Strict-Transport-Security", "Content-Security-Policy",
				"X-Content-Type-Options");
	}

	@Test
	void instructNoBrowserToUseTlsWhereThereIsNone() {
		SecurityHeaders plain = new SecurityHeaders(false);
		plain.forEach((name, value) -> assertThat(name).isNotEqualToIgnoringCase("Strict-Transport-Security"));
	}

	@Test
	void leaveWhatAPageNamesItself() {
		HttpHeaders sent = respond(
				(response) -> response.getHeaders().set("content-security-policy", "default-src 'self'"));
		assertThat(sent.get("Content-Security-Policy")).containsExactly("default-src 'self'");
	}

	@Test
	void areCompletedAfterAllOtherActionsInTheirOrder() {
		HttpHeaders sent = respond((response) -> {
			response.beforeCommit(() -> set(response, "X-Frame-Options", "SAMEORIGIN"));
			response.beforeCommit(() -> set(response, "X-Order", "first"));
			response
				.beforeCommit(() -> set(response, "X-Order", response.getHeaders().getFirst("X-Order") + ", second"));
			response.beforeCommit(() -> set(response, HttpHeaders.CACHE_CONTROL, "max-age=60"));
		});
		assertThat(sent.get("X-Frame-Options")).containsExactly("SAMEORIGIN");
		assertThat(sent.getFirst("X-Order")).isEqualTo("first, second");
		assertThat(sent.getCacheControl()).isEqualTo("max-age=60");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                        |        | no-store                 |
			no-store                |        | no-store                 |
			private, no-store       |        | private, no-store        |
			max-age=60              |        | max-age=60               | Accept-Encoding
			no-cache                |        | no-cache                 | Accept-Encoding
			max-age=60, public      | Cookie | max-age=60, public       | Cookie
			""")
	void letNothingBeKeptThatDoesNotSaySo(@Nullable String caching, @Nullable String vary, String sentCaching,
			@Nullable String sentVary) {
		HttpHeaders sent = respond((response) -> {
			if (caching != null) {
				response.getHeaders().setCacheControl(caching);
			}
			if (vary != null) {
				response.getHeaders().set(HttpHeaders.VARY, vary);
			}
		});
		assertThat(sent.getCacheControl()).isEqualTo(sentCaching);
		assertThat(sent.getFirst(HttpHeaders.VARY)).isEqualTo(sentVary);
	}

	private HttpHeaders respond(Consumer<ServerHttpResponse> service) {
		MockServerHttpResponse response = new MockServerHttpResponse();
		this.headers.givenBy((request, given) -> {
			service.accept(given);
			return given.setComplete();
		}).handle(MockServerHttpRequest.get("/").build(), response).block();
		return response.getHeaders();
	}

	private static Mono<Void> set(ServerHttpResponse response, String name, String value) {
		return Mono.fromRunnable(() -> response.getHeaders().set(name, value));
	}

}
