package city.plaza.platform.audit;

import java.util.Optional;

import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Carries the network of a request's client to where entries are written, so that no use
 * case hands it on.
 */
class ClientNetwork implements WebFilter {

	private static final Object KEY = ClientNetwork.class;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return chain.filter(exchange)
			.contextWrite((context) -> context.put(KEY, ClientAddress.of(exchange.getRequest()).network()));
	}

	static Optional<String> in(ContextView context) {
		return context.getOrEmpty(KEY);
	}

}
