package city.plaza.gateway.limit;

import java.time.Duration;

import city.plaza.gateway.outage.RefusalPages;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemWriter;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** 429 with the time to wait: a problem for programs, a page for people. */
@Component
class Refusals {

	private final ProblemWriter problems;

	private final RefusalPages pages;

	Refusals(ProblemWriter problems, RefusalPages pages) {
		this.problems = problems;
		this.pages = pages;
	}

	Mono<Void> write(ServerWebExchange exchange, Duration wait) {
		Problem refusal = Problem.tooManyRequests(wait);
		Mono<Void> problem = Mono.defer(() -> this.problems.write(exchange, refusal));
		return exchange.getRequest().getPath().value().startsWith("/api/") ? problem
				: this.pages.write(exchange, refusal).orElse(problem);
	}

}
