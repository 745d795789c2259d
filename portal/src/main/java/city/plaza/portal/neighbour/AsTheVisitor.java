package city.plaza.portal.neighbour;

import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Calls with the visitor's own token and the id of their request, and nothing else of it.
 */
class AsTheVisitor implements ExchangeFilterFunction {

	private static final String REQUEST_ID = "X-Request-Id";

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			ClientRequest.Builder relayed = ClientRequest.from(request);
			ServerWebExchangeContextFilter.getExchange(context)
				.map((exchange) -> exchange.getRequest().getHeaders().getFirst(REQUEST_ID))
				.ifPresent((id) -> relayed.header(REQUEST_ID, id));
			return ReactiveSecurityContextHolder.getContext()
				.mapNotNull(SecurityContext::getAuthentication)
				.ofType(JwtAuthenticationToken.class)
				.map((visitor) -> relayed.headers((all) -> all.setBearerAuth(visitor.getToken().getTokenValue())))
				.defaultIfEmpty(relayed)
				.flatMap((call) -> next.exchange(call.build()));
		});
	}

}
