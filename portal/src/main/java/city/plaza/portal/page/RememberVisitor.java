package city.plaza.portal.page;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Notes who visits on the exchange: an error page is made outside of the security filters
 * and shows the same frame.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RememberVisitor implements WebFilter {

	static final String ATTRIBUTE = "plaza.visitor";

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(JwtAuthenticationToken.class)
			.doOnNext((signedIn) -> exchange.getAttributes().put(ATTRIBUTE, Visitor.of(signedIn.getToken())))
			.then(chain.filter(exchange));
	}

}
