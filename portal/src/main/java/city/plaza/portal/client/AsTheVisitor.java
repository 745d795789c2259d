package city.plaza.portal.client;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Calls with the visitor's own token, the id of their request and the address they came
 * from (as the gateway reports it: sign-in counts failures by it), and nothing else of
 * it.
 */
class AsTheVisitor implements ExchangeFilterFunction {

	private static final List<String> RELAYED = List.of("X-Request-Id", "X-Forwarded-For");

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			ClientRequest.Builder relayed = ClientRequest.from(request);
			ServerWebExchangeContextFilter.getExchange(context)
				.ifPresent((exchange) -> relay(exchange.getRequest().getHeaders(), relayed));
			return ReactiveSecurityContextHolder.getContext()
				.mapNotNull(SecurityContext::getAuthentication)
				.ofType(JwtAuthenticationToken.class)
				.map((visitor) -> relayed.headers((all) -> all.setBearerAuth(visitor.getToken().getTokenValue())))
				.defaultIfEmpty(relayed)
				.flatMap((call) -> next.exchange(call.build()));
		});
	}

	private static void relay(HttpHeaders headers, ClientRequest.Builder relayed) {
		for (String name : RELAYED) {
			String value = headers.getFirst(name);
			if (value != null) {
				relayed.header(name, value);
			}
		}
	}

}
