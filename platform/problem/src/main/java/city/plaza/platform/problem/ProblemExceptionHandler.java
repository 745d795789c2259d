package city.plaza.platform.problem;

import city.plaza.platform.failure.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * The last stop of every failed request of an API: known problems are returned,
 * everything else is logged whole and returned as {@code internal-error} without its
 * cause.
 */
@Order(-2)
class ProblemExceptionHandler implements WebExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemExceptionHandler.class);

	private final ProblemWriter writer;

	ProblemExceptionHandler(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(error);
		}
		Problem problem = ProblemReader.read(error);
		if (problem != null) {
			keepHeaders(exchange, error);
			return this.writer.write(exchange, problem);
		}
		String request = exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath().value();
		if (Outage.of(error).isPresent()) {
			RequestLog.write(exchange, () -> log.warn("{} refused for now: {}", request, error.toString()));
			return this.writer.write(exchange, Problem.unavailable());
		}
		RequestLog.write(exchange, () -> log.error("{} failed", request, error));
		return this.writer.write(exchange, Problem.internal());
	}

	// Such as Allow, which has to come with a 405.
	private static void keepHeaders(ServerWebExchange exchange, Throwable error) {
		if (error instanceof ErrorResponse answer) {
			answer.getHeaders().forEach((name, values) -> exchange.getResponse().getHeaders().put(name, values));
		}
	}

}
