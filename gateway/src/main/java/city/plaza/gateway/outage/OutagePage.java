package city.plaza.gateway.outage;

import java.nio.charset.StandardCharsets;

import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ServerWebExchange;

/**
 * A person in a browser gets a page, not JSON, where the portal itself does not respond:
 * while it is down, and for what is too large to be forwarded.
 */
@Component
public class OutagePage implements GatewayFilter {

	private static final Logger log = LoggerFactory.getLogger(OutagePage.class);

	private static final String UNAVAILABLE = page("Sorry, the service is not available just now",
			"Nothing you have finished is lost. Please try again in a few seconds.");

	private static final String TOO_LARGE = page("Sorry, that is too large",
			"What you sent is larger than this page takes, so nothing of it was read. Send a smaller file, or several.");

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange)
			.onErrorMap(OutagePage::isOutage, (outage) -> reported(exchange, outage))
			.onErrorResume(ProblemException.class, (refusal) -> show(exchange.getResponse(), refusal));
	}

	private static ProblemException reported(ServerWebExchange exchange, Throwable outage) {
		log.warn("{} {} not served: {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
				outage.toString());
		return Problem.unavailable().asException();
	}

	private static Mono<Void> show(ServerHttpResponse response, ProblemException refusal) {
		Problem problem = refusal.problem();
		if (response.isCommitted()) {
			return Mono.error(refusal);
		}
		return switch (problem.status()) {
			case SERVICE_UNAVAILABLE -> write(response, problem, UNAVAILABLE);
			case CONTENT_TOO_LARGE -> write(response, problem, TOO_LARGE);
			default -> Mono.error(refusal);
		};
	}

	/**
	 * An error of identity-service, which knows the session, is not caused by the
	 * visitor.
	 */
	private static boolean isOutage(Throwable error) {
		return Outage.of(error).isPresent() || error instanceof WebClientResponseException;
	}

	private static Mono<Void> write(ServerHttpResponse response, Problem problem, String page) {
		response.setStatusCode(problem.status());
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		if (problem.retryAfter() != null) {
			response.getHeaders()
				.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
		}
		response.getHeaders().setCacheControl("no-store");
		response.getHeaders().set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		DataBuffer body = response.bufferFactory().wrap(page.getBytes(StandardCharsets.UTF_8));
		return response.writeWith(Mono.just(body));
	}

	private static String page(String title, String text) {
		return """
				<!DOCTYPE html>
				<html lang="en">
				<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%1$s</title></head>
				<body><main><h1>%1$s</h1>
				<p>%2$s</p>
				<p><a href="/">Go to the home page</a></p></main></body>
				</html>
				""".formatted(title, text);
	}

}
