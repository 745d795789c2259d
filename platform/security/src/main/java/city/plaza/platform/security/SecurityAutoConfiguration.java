package city.plaza.platform.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;

import city.plaza.platform.problem.ProblemAutoConfiguration;
import city.plaza.platform.problem.ProblemWriter;
import city.plaza.platform.security.ended.EndedSessions;
import city.plaza.platform.security.ended.EndedSessionsAutoConfiguration;
import com.nimbusds.jose.jwk.JWKSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.cloud.client.loadbalancer.reactive.DeferringLoadBalancerExchangeFilterFunction;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Tokens, callers, the guard of an API, and the seal where a secret is set for it. */
@AutoConfiguration(after = { ProblemAutoConfiguration.class, EndedSessionsAutoConfiguration.class },
		before = ReactiveOAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(TokenSettings.class)
class SecurityAutoConfiguration {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	/**
	 * Checks tokens by identity-service's keys and ended sessions. It keeps the system's
	 * own clock: a test that moves the service's clock must not make real tokens old.
	 */
	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtDecoder jwtDecoder(TokenSettings settings, EndedSessions ended, ObjectProvider<SslBundles> certificates,
			@Value("${plaza.tls.bundle:}") String bundle,
			ObjectProvider<ReactorLoadBalancerExchangeFilterFunction> balancer) {
		WebClient.Builder client = WebClient.builder();
		if (!bundle.isEmpty()) {
			client.clientConnector(ClientHttpConnectorBuilder.reactor()
				.build(HttpClientSettings.ofSslBundle(certificates.getObject().getBundle(bundle))));
		}
		if (settings.namesAService()) {
			client.filter(new DeferringLoadBalancerExchangeFilterFunction<>(balancer));
		}
		return Tokens.decoder(new KeyRing(keys(client.build(), settings), Clock.systemUTC()), ended);
	}

	/** Makes a checked token the authentication: {@code ROLE_} and each of its roles. */
	@Bean
	@ConditionalOnMissingBean
	ReactiveJwtAuthenticationConverter jwtAuthenticationConverter() {
		ReactiveJwtAuthenticationConverter converter = new ReactiveJwtAuthenticationConverter();
		converter.setJwtGrantedAuthoritiesConverter((token) -> Flux.fromIterable(Callers.of(token).roles())
			.<GrantedAuthority>map((role) -> new SimpleGrantedAuthority("ROLE_" + role)));
		return converter;
	}

	@Bean
	@ConditionalOnMissingBean
	ResourceServer resourceServer(ReactiveJwtAuthenticationConverter callers, ProblemWriter problems,
			KnownAddresses addresses) {
		return new DenyByDefault(callers, problems, addresses);
	}

	@Bean
	KnownAddresses knownAddresses(ObjectProvider<DispatcherHandler> dispatcher) {
		return new KnownAddresses(dispatcher);
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

	private static Mono<JWKSet> keys(WebClient client, TokenSettings settings) {
		return client.get()
			.uri(settings.jwkSetUri())
			.retrieve()
			.bodyToMono(String.class)
			.timeout(TIMEOUT)
			.handle((json, sink) -> {
				try {
					sink.next(JWKSet.parse(json));
				}
				catch (ParseException ex) {
					sink.error(new IllegalStateException("The JWKS cannot be read", ex));
				}
			});
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
