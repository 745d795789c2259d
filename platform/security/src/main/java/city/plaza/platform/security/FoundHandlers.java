package city.plaza.platform.security;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives the dispatcher the handler that {@link KnownAddresses} has found: to look for it
 * among all mappings costs as much the second time.
 */
final class FoundHandlers implements HandlerMapping, Ordered {

	private static final String FOUND = FoundHandlers.class.getName();

	static void keep(Object handler, ServerWebExchange exchange) {
		exchange.getAttributes().put(FOUND, handler);
	}

	@Override
	public Mono<Object> getHandler(ServerWebExchange exchange) {
		return Mono.justOrEmpty(exchange.<Object>getAttribute(FOUND));
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
