package city.plaza.gateway.outage;

import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
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

	private final RefusalPages pages;

	OutagePage(RefusalPages pages) {
		this.pages = pages;
	}

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
		return this.pages.write(exchange, refusal.problem()).orElseGet(() -> Mono.error(refusal));
	}

	/**
	 * An error of identity-service, which knows the session, is not caused by the
	 * visitor.
	 */
	private static boolean isOutage(Throwable error) {
		return Outage.of(error).isPresent() || error instanceof WebClientResponseException;
	}

}
