package city.plaza.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import city.plaza.gateway.client.ClientNetwork;
import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.InstanceWatch;
import city.plaza.platform.calls.RefusalLog;
import city.plaza.platform.calls.Repeats;
import city.plaza.platform.calls.ServiceCalls;
import city.plaza.platform.calls.ServiceFailures;
import city.plaza.platform.calls.Uncounted;
import city.plaza.platform.calls.Watching;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Calls a service until its response begins: within the limit on calls at once and the
 * route's timeout, on another instance where one did not accept it, and not at all while
 * the service fails. What the caller causes, such as a body that breaks off, never counts
 * against the service.
 */
final class GuardedCall implements GatewayFilter {

	private static final Problem BROKEN_OFF = Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
			"The request broke off before its end.");

	private final Calls calls;

	private final ServiceCalls service;

	private final Timeouts timeouts;

	private final RefusalLog log;

	GuardedCall(Calls calls, String service, Timeouts timeouts, RefusalLog log) {
		this.calls = calls;
		this.service = calls.of(service);
		this.timeouts = timeouts;
		this.log = log;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return SentBody.of(exchange.getRequest())
			.flatMap((body) -> this.service
				.run(clientOf(exchange), Repeats.isQuestion(exchange.getRequest().getMethod()),
						response(exchange.mutate().request(body).build(), body, chain))
				.onErrorMap((error) -> reported(Uncounted.unwrap(error), body, timeout(exchange))))
			.then();
	}

	private Mono<HttpStatusCode> response(ServerWebExchange exchange, SentBody body, GatewayFilterChain chain) {
		InstanceWatch watch = this.calls.watch(Repeats.isQuestion(exchange.getRequest().getMethod()));
		Watching.by(watch, exchange.getAttributes());
		watch.chosenBy(() -> addressOf(exchange));
		Mono<Void> attempt = Mono.defer(() -> {
			ServerWebExchangeUtils.reset(exchange);
			return chain.filter(exchange);
		});
		Mono<Void> watched = watch.endingEarly(attempt, () -> addressOf(exchange)).doOnError(watch::refused);
		return Repeats.onAnotherInstance(watched, body::isRepeatable)
			.timeout(timeout(exchange))
			.then(Mono.fromSupplier(() -> statusOf(exchange)))
			.doOnNext((status) -> watch.responded())
			.onErrorMap((error) -> body.isAtFault(error) ? new Uncounted(error) : watch.ended(error))
			// Kept here once, or each operator below asks all those above for it.
			.contextWrite(UnaryOperator.identity());
	}

	private Duration timeout(ServerWebExchange exchange) {
		return this.timeouts.with(exchange.getRequest().getMethod());
	}

	/** Of the instance, once the load balancer has chosen it. */
	private static @Nullable URI addressOf(ServerWebExchange exchange) {
		return exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
	}

	private static String clientOf(ServerWebExchange exchange) {
		return ClientNetwork.of(exchange.getRequest().getRemoteAddress()).network();
	}

	private static HttpStatusCode statusOf(ServerWebExchange exchange) {
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		return (status != null) ? status : HttpStatus.OK;
	}

	private Throwable reported(Throwable error, SentBody body, Duration timeout) {
		if (error instanceof ProblemException) {
			return error;
		}
		if (body.isAtFault(error)) {
			return ((error instanceof TimeoutException) ? Problem.tooSlow(timeout) : BROKEN_OFF).asException();
		}
		if (ServiceFailures.isFailure(error)) {
			this.log.refused(this.service.service(), error.getClass().getSimpleName());
			return Problem.unavailable().asException();
		}
		return error;
	}

}
