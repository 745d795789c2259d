package city.plaza.portal.client;

import java.util.List;
import java.util.Locale;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.server.ServerWebExchange;

/**
 * Calls with the visitor's own token, the id of their request, the address they came from
 * (as the gateway reports it: sign-in counts failures by it), the browser they use (their
 * list of sign-ins names it) and the language of the page, in which identity-service has
 * emails written; and nothing else of it.
 */
class AsTheVisitor implements ExchangeFilterFunction {

	private static final List<String> RELAYED = List.of("X-Request-Id", "X-Forwarded-For", HttpHeaders.USER_AGENT);

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			ClientRequest.Builder relayed = ClientRequest.from(request);
			ServerWebExchangeContextFilter.getExchange(context).ifPresent((exchange) -> relay(exchange, relayed));
			return ReactiveSecurityContextHolder.getContext()
				.mapNotNull(SecurityContext::getAuthentication)
				.ofType(JwtAuthenticationToken.class)
				.map((visitor) -> relayed.headers((all) -> all.setBearerAuth(visitor.getToken().getTokenValue())))
				.defaultIfEmpty(relayed)
				.flatMap((call) -> next.exchange(call.build()));
		});
	}

	private static void relay(ServerWebExchange exchange, ClientRequest.Builder relayed) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		@Nullable Locale locale = exchange.getLocaleContext().getLocale();
		if (locale != null) {
			relayed.header(HttpHeaders.ACCEPT_LANGUAGE, Language.of(locale).tag());
		}
		for (String name : RELAYED) {
			String value = headers.getFirst(name);
			if (value != null) {
				relayed.header(name, value);
			}
		}
	}

}
