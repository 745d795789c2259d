package city.plaza.gateway.limit;

import java.time.Duration;
import java.util.Optional;

import city.plaza.gateway.client.ClientNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/** Refuses what one client asks for too often, before anything else is done for it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class LimitFilter implements WebFilter {

	private final Buckets buckets;

	private final Acts acts;

	private final Refusals refusals;

	private final MeterRegistry metrics;

	LimitFilter(Buckets buckets, Acts acts, Refusals refusals, MeterRegistry metrics) {
		this.buckets = buckets;
		this.acts = acts;
		this.refusals = refusals;
		this.metrics = metrics;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		ClientNetwork client = ClientNetwork.of(request.getRemoteAddress());
		Duration wait = this.buckets.take(LimitSettings.GENERAL, client);
		if (!wait.isZero()) {
			return refuse(exchange, LimitSettings.GENERAL, wait);
		}
		Optional<String> act = this.acts.rateOf(request);
		Duration longer = act.map((rate) -> this.buckets.take(rate, client)).orElse(Duration.ZERO);
		return longer.isZero() ? chain.filter(exchange) : refuse(exchange, act.orElseThrow(), longer);
	}

	private Mono<Void> refuse(ServerWebExchange exchange, String rate, Duration wait) {
		this.metrics.counter("plaza.gateway.limited", "rate", rate).increment();
		return this.refusals.write(exchange, wait);
	}

}
