package city.plaza.gateway.route;

import city.plaza.platform.calls.CallerFault;
import city.plaza.platform.calls.RefusalLog;
import city.plaza.platform.calls.ServiceCalls;
import city.plaza.platform.calls.ServiceFailures;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Calls a service until its answer begins: within the room there is, for as long as the
 * route is patient, and not at all while the service fails. What comes of the caller,
 * such as a body that breaks off, is never held against the service.
 */
final class GuardedCall implements GatewayFilter {

	private final ServiceCalls calls;

	private final Patience patience;

	private final RefusalLog log;

	GuardedCall(ServiceCalls calls, Patience patience, RefusalLog log) {
		this.calls = calls;
		this.patience = patience;
		this.log = log;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		SentBody body = new SentBody(exchange.getRequest());
		ServerWebExchange sent = exchange.mutate().request(body).build();
		Mono<HttpStatusCode> answer = chain.filter(sent)
			.then(Mono.fromSupplier(() -> statusOf(sent)))
			.onErrorMap((error) -> body.isBroken(), CallerFault::new);
		return this.calls.run(Client.of(exchange), this.patience.with(exchange.getRequest().getMethod()), answer)
			.onErrorMap(ServiceFailures::isFailure, this::away)
			.then();
	}

	private static HttpStatusCode statusOf(ServerWebExchange exchange) {
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		return (status != null) ? status : HttpStatus.OK;
	}

	private Throwable away(Throwable error) {
		this.log.tell(this.calls.service(), error.getClass().getSimpleName());
		return Problem.unavailable().asException();
	}

}
