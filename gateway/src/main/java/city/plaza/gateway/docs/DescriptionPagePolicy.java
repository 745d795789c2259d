package city.plaza.gateway.docs;

import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Lets the library's page load its own scripts and styles; everything else stays under
 * the policy that every response has.
 */
@Component
@ConditionalOnProperty("springdoc.swagger-ui.enabled")
class DescriptionPagePolicy implements WebFilter {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getPath().value();
		if (path.contains("/swagger-ui/")) {
			exchange.getResponse().getHeaders().set("Content-Security-Policy", POLICY);
		}
		return chain.filter(exchange);
	}

}
