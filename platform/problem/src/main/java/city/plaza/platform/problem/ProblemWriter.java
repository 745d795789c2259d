package city.plaza.platform.problem;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/** Writes a problem as the whole response, from handlers and from filters alike. */
public class ProblemWriter {

	/** The header of request and response that holds the request's id. */
	public static final String REQUEST_ID = "X-Request-Id";

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Ends the exchange with the problem.
	 * @param exchange not yet committed
	 * @param problem to report
	 * @return completes when the response is written
	 */
	public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(problem.status());
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		headers.setCacheControl("no-store");
		if (problem.retryAfter() != null) {
			headers.set(HttpHeaders.RETRY_AFTER,
					Long.toString(Math.max(1, problem.retryAfter().plusMillis(999).toSeconds())));
		}
		byte[] body = bytes(problem, headers.getFirst(REQUEST_ID));
		headers.setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	/**
	 * The body alone, for what responds before there is an exchange.
	 * @param problem what to report
	 * @param requestId of the request, null where it has none
	 * @return JSON in UTF-8
	 */
	public byte[] bytes(Problem problem, @Nullable String requestId) {
		return this.json.writeValueAsBytes(ProblemBody.of(problem, requestId));
	}

}
