package city.plaza.portal.session;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * Sends an unauthenticated visitor to sign-in and back. A visitor with an invalid token
 * is unauthenticated; public pages stay open to them. There is no sign-in for a page that
 * does not exist, or while tokens cannot be checked.
 */
@Component
class ToSignIn implements ServerAuthenticationEntryPoint, ServerAuthenticationFailureHandler {

	private static final String UNKNOWN = "plaza.visitor-unknown";

	private final ObjectProvider<HandlerMapping> pages;

	ToSignIn(@Qualifier("requestMappingHandlerMapping") ObjectProvider<HandlerMapping> pages) {
		this.pages = pages;
	}

	@Override
	public Mono<Void> onAuthenticationFailure(WebFilterExchange filter, AuthenticationException error) {
		if (error instanceof AuthenticationServiceException) {
			filter.getExchange().getAttributes().put(UNKNOWN, true);
		}
		return filter.getChain().filter(filter.getExchange());
	}

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
		if (exchange.getAttributes().containsKey(UNKNOWN)) {
			return Mono.error(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
		}
		return this.pages.getObject()
			.getHandler(exchange)
			.hasElement()
			.onErrorReturn(true)
			.flatMap((exists) -> exists ? redirect(exchange)
					: Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private static Mono<Void> redirect(ServerWebExchange exchange) {
		exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
		exchange.getResponse().getHeaders().setLocation(signIn(exchange.getRequest()));
		return exchange.getResponse().setComplete();
	}

	private static URI signIn(ServerHttpRequest request) {
		if (!HttpMethod.GET.equals(request.getMethod())) {
			return URI.create("/sign-in");
		}
		String query = request.getURI().getRawQuery();
		String here = request.getPath().value() + ((query != null) ? "?" + query : "");
		return URI.create("/sign-in?then=" + UriUtils.encode(here, StandardCharsets.UTF_8));
	}

}
