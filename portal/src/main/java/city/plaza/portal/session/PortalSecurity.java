package city.plaza.portal.session;

import city.plaza.platform.security.KnownAddresses;
import city.plaza.portal.page.PageExpired;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.csrf.CsrfWebFilter;
import org.springframework.security.web.server.header.CrossOriginOpenerPolicyServerHttpHeadersWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/** Who may see what; whatever is not named public needs a sign-in. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

	static final String[] PUBLIC = { "/", "/announcements", "/contact", "/help/*", "/language/*", "/other-services",
			"/bill-search", "/bill-search/bill", "/bill-search/close", "/login-notice", "/sign-in", "/sign-in/**",
			"/sign-out", "/session", "/session-ended", "/register", "/register/*/confirm", "/register/*/code",
			"/forgot-password", "/forgot-password/*", "/forgot-password/*/code", "/email-changes/*", "/link-disputes/*",
			"/link-disputed", "/staff-invitations/*", "/staff-joined" };

	private static final String[] OPEN = { "/assets/**", "/favicon.ico", "/actuator/health/**", "/actuator/info",
			"/actuator/prometheus" };

	/** Their body is a stream: the controller checks the token itself, first of all. */
	static final String[] STREAMED_FORMS = { "/finance/imports", "/finance/legacy-residents" };

	/** Comes from a provider's site; it only leads on, and its state is checked then. */
	static final String PROVIDERS_FORM = "/sign-in/with/*/callback";

	@Bean
	SecurityWebFilterChain pages(ServerHttpSecurity http, ReactiveJwtDecoder tokens,
			ReactiveJwtAuthenticationConverter callers, CsrfTokens csrf, WebSettings settings, ToSignIn toSignIn,
			KnownAddresses addresses) {
		return http
			.authorizeExchange((access) -> access.pathMatchers(PUBLIC)
				.permitAll()
				.pathMatchers(HttpMethod.GET, OPEN)
				.permitAll()
				.pathMatchers(HttpMethod.HEAD, OPEN)
				.permitAll()
				.pathMatchers(HttpMethod.OPTIONS)
				.permitAll()
				.pathMatchers("/finance/**")
				.hasRole("finance")
				.pathMatchers("/staff/people/**", "/staff/audit")
				.hasRole("administrator")
				.pathMatchers("/staff/legacy-residents/**")
				.hasAnyRole("help-desk", "administrator")
				.pathMatchers("/staff")
				.hasAnyRole("finance", "help-desk", "administrator")
				.anyExchange()
				.authenticated())
			.oauth2ResourceServer((server) -> server.authenticationEntryPoint(toSignIn)
				.authenticationFailureHandler(toSignIn)
				.jwt((jwt) -> jwt.jwtDecoder((token) -> decode(tokens, token)).jwtAuthenticationConverter(callers)))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(toSignIn)
				.accessDeniedHandler((exchange, denied) -> Mono.error(denied)))
			.addFilterBefore(addresses::filter, SecurityWebFiltersOrder.CSRF)
			.addFilterBefore(PortalSecurity::readForm, SecurityWebFiltersOrder.CSRF)
			.csrf((forms) -> forms.csrfTokenRepository(csrf.repository())
				.csrfTokenRequestHandler(csrf.handler())
				.requireCsrfProtectionMatcher(checkedForms())
				.accessDeniedHandler((exchange, denied) -> Mono.error(new PageExpired())))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(policy(settings)))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.permissionsPolicy((permissions) -> permissions
					.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.build();
	}

	private static Mono<Jwt> decode(ReactiveJwtDecoder tokens, String token) {
		return tokens.decode(token)
			.onErrorMap((error) -> !(error instanceof JwtException),
					(error) -> new AuthenticationServiceException("The token cannot be checked now", error));
	}

	/**
	 * A form that cannot be read ends here. The check of its token would read it inside
	 * of Reactor's {@code filterWhen}, which also logs each error as dropped, with a
	 * trace.
	 */
	private static Mono<Void> readForm(ServerWebExchange exchange, WebFilterChain chain) {
		return exchange.getFormData().then(Mono.defer(() -> chain.filter(exchange)));
	}

	private static ServerWebExchangeMatcher checkedForms() {
		return new AndServerWebExchangeMatcher(CsrfWebFilter.DEFAULT_CSRF_MATCHER,
				new NegatedServerWebExchangeMatcher(
						ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, STREAMED_FORMS)),
				new NegatedServerWebExchangeMatcher(
						new PathPatternParserServerWebExchangeMatcher(PROVIDERS_FORM, HttpMethod.POST)));
	}

	/**
	 * No inline style or script anywhere; forms may end on the page of a payment
	 * provider.
	 */
	private static String policy(WebSettings settings) {
		return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
				+ "frame-ancestors 'none'; form-action " + settings.formTargets();
	}

}
