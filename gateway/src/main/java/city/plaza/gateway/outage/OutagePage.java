package city.plaza.gateway.outage;

import java.nio.charset.StandardCharsets;

import city.plaza.gateway.page.ChosenLanguage;
import city.plaza.platform.failure.Outage;
import city.plaza.platform.messages.Language;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;

/**
 * A person in a browser gets a page, not JSON, where the portal itself does not respond:
 * while it is down, and for what is too large to be forwarded.
 */
@Component
public class OutagePage implements GatewayFilter {

	private static final Logger log = LoggerFactory.getLogger(OutagePage.class);

	private final SingletonSupplier<OutagePages> pages = SingletonSupplier.of(OutagePages::new);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange)
			.onErrorMap(OutagePage::isOutage, (outage) -> reported(exchange, outage))
			.onErrorResume(ProblemException.class, (refusal) -> show(exchange, refusal));
	}

	private static ProblemException reported(ServerWebExchange exchange, Throwable outage) {
		RequestLog.write(exchange, () -> log.warn("{} {} not served: {}", exchange.getRequest().getMethod(),
				exchange.getRequest().getPath(), outage.toString()));
		return Problem.unavailable().asException();
	}

	private Mono<Void> show(ServerWebExchange exchange, ProblemException refusal) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(refusal);
		}
		return this.pages.obtain()
			.find(refusal.problem().status(), languageOf(exchange.getRequest()))
			.map((page) -> write(exchange.getResponse(), refusal.problem(), page))
			.orElseGet(() -> Mono.error(refusal));
	}

	/** As the portal chooses it: on this device, or else by the browser's preference. */
	private static Language languageOf(ServerHttpRequest request) {
		return ChosenLanguage.of(request)
			.orElseGet(() -> Language.preferred(request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE)));
	}

	/**
	 * An error of identity-service, which knows the session, is not caused by the
	 * visitor.
	 */
	private static boolean isOutage(Throwable error) {
		return Outage.of(error).isPresent() || error instanceof WebClientResponseException;
	}

	private static Mono<Void> write(ServerHttpResponse response, Problem problem, OutagePages.Page page) {
		response.setStatusCode(problem.status());
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		response.getHeaders().setContentLanguage(page.language().locale());
		if (problem.retryAfter() != null) {
			response.getHeaders()
				.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
		}
		response.getHeaders().setCacheControl("no-store");
		response.getHeaders().set("Content-Security-Policy", page.policy());
		DataBuffer body = response.bufferFactory().wrap(page.html().getBytes(StandardCharsets.UTF_8));
		return response.writeWith(Mono.just(body));
	}

}
