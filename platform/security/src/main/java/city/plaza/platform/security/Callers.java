package city.plaza.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Hands the {@link Caller} of a checked token to the controllers that ask for it. */
final class Callers implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Caller.class;
	}

	@Override
	public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
		return ReactiveSecurityContextHolder.getContext()
			.mapNotNull(SecurityContext::getAuthentication)
			.ofType(JwtAuthenticationToken.class)
			.<Object>map((authentication) -> of(authentication.getToken()))
			.switchIfEmpty(Mono.error(AccessProblems.UNAUTHENTICATED::asException));
	}

	static Caller of(Jwt token) {
		String session = token.getClaimAsString(Tokens.SESSION);
		List<String> roles = token.getClaimAsStringList(Tokens.ROLES);
		return new Caller(UUID.fromString(Objects.requireNonNull(token.getSubject())),
				(session != null) ? UUID.fromString(session) : null, text(token.getClaimAsString("given_name")),
				text(token.getClaimAsString("family_name")), (roles != null) ? Set.copyOf(roles) : Set.of());
	}

	private static String text(@Nullable String claim) {
		return (claim != null) ? claim : "";
	}

}
