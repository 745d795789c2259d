package city.plaza.platform.security;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemAutoConfiguration;
import city.plaza.platform.problem.ProblemWriter;
import city.plaza.platform.security.ended.EndedSessionsAutoConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Callers, the guard of an API, and the seal where a secret is set for it. */
@AutoConfiguration(after = { ProblemAutoConfiguration.class, EndedSessionsAutoConfiguration.class },
		before = ReactiveOAuth2ResourceServerAutoConfiguration.class)
class SecurityAutoConfiguration {

	/** Makes a checked token the authentication: {@code ROLE_} and each of its roles. */
	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtAuthenticationConverter jwtAuthenticationConverter() {
		ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter((token) -> Flux.fromIterable(Callers.of(token).roles())
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role)));
		return converter;
	}

	/**
	 * Each filter of a request was timed by itself, which nobody reads: who was let in
	 * stands in the counts of requests by status.
	 */
	@Bean
	@ConditionalOnMissingBean
	SecurityObservationSettings noTimesOfFilters() {
		return SecurityObservationSettings.noObservations();
	}

	/** By whatever rules the service has. */
	@Bean
	ApiAccess apiAccess(ObjectProvider<AccessRules> rules) {
		return ApiAccess.of(rules.orderedStream().toList());
	}

	/** Without rules every call is denied. */
	@Bean
	@ConditionalOnMissingBean
	SecurityWebFilterChain apiSecurity(ServerHttpSecurity http, ApiAccess access,
			ReactiveJwtAuthenticationConverter callers, ProblemWriter problems, KnownAddresses addresses) {
		return new DenyByDefault(callers, problems, addresses).guard(http, access);
	}

	@Bean
	FoundHandlers foundHandlers() {
		return new FoundHandlers();
	}

	@Bean
	KnownAddresses knownAddresses(ObjectProvider<DispatcherHandler> dispatcher) {
		return new KnownAddresses(dispatcher);
	}

	/**
	 * Addresses with characters that two readers could understand in two ways are refused
	 * like any other request that cannot be read, and not by a response without a body.
	 */
	@Bean
	@ConditionalOnMissingBean
	ServerExchangeRejectedHandler ambiguousAddresses() {
		return (exchange, rejected) -> Mono.error(() -> Problem.malformed().asException());
	}

	@Bean
	WebFluxConfigurer callersAsArguments() {
		return new WebFluxConfigurer() {

			@Override
			public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
				resolvers.addCustomResolver(new Callers());
			}

		};
	}

	/** Only where a sealing secret is set: who hands on no secrets needs none. */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty("plaza.security.sealing-secret")
	@EnableConfigurationProperties(SealSettings.class)
	static class SealConfiguration {

		@Bean
		@ConditionalOnMissingBean
		Seal seal(SealSettings settings) {
			return new AesSeal(settings.sealingSecret());
		}

	}

}
