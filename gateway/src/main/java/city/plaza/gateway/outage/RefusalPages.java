package city.plaza.gateway.outage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import city.plaza.gateway.page.ChosenLanguage;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.server.ServerWebExchange;

/** Answers a person in a browser, whom the gateway refuses, with a page of its own. */
@Component
public class RefusalPages {

	private final SingletonSupplier<OutagePages> pages = SingletonSupplier.of(OutagePages::new);

	/**
	 * Writes the page of a refusal in the reader's language.
	 * @return empty where the refusal has no page
	 */
	public Optional<Mono<Void>> write(ServerWebExchange exchange, Problem refusal) {
		return this.pages.obtain()
			.find(refusal.status(), languageOf(exchange.getRequest()))
			.map((page) -> write(exchange.getResponse(), refusal, page));
	}

	/** As the portal chooses it: on this device, or else by the browser's preference. */
	private static Language languageOf(ServerHttpRequest request) {
		return ChosenLanguage.of(request)
			.orElseGet(() -> Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
	}

	private static Mono<Void> write(ServerHttpResponse response, Problem refusal, OutagePages.Page page) {
		response.setStatusCode(refusal.status());
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		headers.setContentLanguage(page.language().locale());
		Duration wait = refusal.retryAfter();
		if (wait != null) {
			headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
		}
		headers.setCacheControl("no-store");
		headers.set("Content-Security-Policy", page.policy());
		DataBuffer body = response.bufferFactory().wrap(page.html().getBytes(StandardCharsets.UTF_8));
		return response.writeWith(Mono.just(body));
	}

}
