package city.plaza.portal.session;

import city.plaza.portal.page.SignInAgain;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

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
		SignInAgain signIn = SignInAgain.from(exchange.getRequest());
		exchange.getResponse().setStatusCode(signIn.status());
		exchange.getResponse().getHeaders().setLocation(signIn.address());
		return exchange.getResponse().setComplete();
	}

}
