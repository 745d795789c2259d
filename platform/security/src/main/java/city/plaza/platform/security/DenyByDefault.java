package city.plaza.platform.security;

import city.plaza.platform.problem.ProblemWriter;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.server.ServerWebExchange;

/**
 * How every service guards its API: stateless, bearer tokens only, deny by default,
 * refusals as problem details.
 */
final class DenyByDefault {

	private static final String[] OPEN = { "/actuator/health/**", "/actuator/info", "/actuator/prometheus",
			"/v3/api-docs/**", "/v3/api-docs.yaml" };

	private final ReactiveJwtAuthenticationConverter callers;

	private final ProblemWriter problems;

	private final KnownAddresses addresses;

	DenyByDefault(ReactiveJwtAuthenticationConverter callers, ProblemWriter problems, KnownAddresses addresses) {
		this.callers = callers;
		this.problems = problems;
		this.addresses = addresses;
	}

	SecurityWebFilterChain guard(ServerHttpSecurity http, ApiAccess api) {
		ServerAuthenticationEntryPoint unauthenticated = this::challenge;
		ServerAccessDeniedHandler forbidden = (exchange, error) -> this.problems.write(exchange,
				AccessProblems.FORBIDDEN);
		// Without a cookie there is nothing that a foreign site could ride on: no CSRF
		// token.
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.addFilterBefore(this.addresses::filter, SecurityWebFiltersOrder.AUTHENTICATION)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.headers((headers) -> headers
				.contentSecurityPolicy(
						(policy) -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(unauthenticated)
				.accessDeniedHandler(forbidden)
				.jwt((jwt) -> jwt.jwtAuthenticationConverter(this.callers)))
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
			.authorizeExchange((access) -> {
				access.pathMatchers(HttpMethod.GET, OPEN).permitAll();
				access.pathMatchers(HttpMethod.HEAD, OPEN).permitAll();
				// Names the methods of an address, nothing else.
				access.pathMatchers(HttpMethod.OPTIONS).permitAll();
				api.enforceIn(access);
				access.anyExchange().denyAll();
			})
			.build();
	}

	// RFC 6750, section 3. What exactly is wrong with a token helps nobody but a forger.
	private Mono<Void> challenge(ServerWebExchange exchange, AuthenticationException error) {
		boolean hadToken = error instanceof OAuth2AuthenticationException;
		exchange.getResponse()
			.getHeaders()
			.set(HttpHeaders.WWW_AUTHENTICATE, hadToken ? "Bearer error=\"invalid_token\"" : "Bearer");
		return this.problems.write(exchange, AccessProblems.UNAUTHENTICATED);
	}

}
