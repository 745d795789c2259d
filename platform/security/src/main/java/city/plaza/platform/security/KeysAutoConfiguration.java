package city.plaza.platform.security;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;

import city.plaza.platform.security.ended.EndedSessions;
import city.plaza.platform.security.ended.EndedSessionsAutoConfiguration;
import com.nimbusds.jose.jwk.JWKSet;
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
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;

/** Checks tokens by identity-service's keys; not where they are made. */
@AutoConfiguration(after = EndedSessionsAutoConfiguration.class,
		before = { SecurityAutoConfiguration.class, ReactiveOAuth2ResourceServerAutoConfiguration.class })
@ConditionalOnMissingBean(ReactiveJwtDecoder.class)
@EnableConfigurationProperties(TokenSettings.class)
class KeysAutoConfiguration {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	/**
	 * They are kept by the system's own clock: a test that moves the service's clock must
	 * not make real tokens old.
	 */
	@Bean
	KeyRing keyRing(TokenSettings settings, ObjectProvider<SslBundles> certificates,
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
		return new KeyRing(keys(client.build(), settings), Clock.systemUTC());
	}

	/** By the keys and the sessions that ended. */
	@Bean
	ReactiveJwtDecoder jwtDecoder(KeyRing keys, EndedSessions ended) {
		return Tokens.decoder(keys, ended);
	}

	/** Without a registry, as in most tests, there is no service to wait for. */
	@Bean
	@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
	KeysAtStart keysAtStart(KeyRing keys) {
		return new KeysAtStart(keys);
	}

	private static Mono<JWKSet> keys(WebClient client, TokenSettings settings) {
		Mono<String> reading = client.get().uri(settings.jwkSetUri()).retrieve().bodyToMono(String.class);
		return KeyRing.within(TIMEOUT, reading).handle((json, sink) -> {
			try {
				sink.next(JWKSet.parse(json));
			}
			catch (ParseException ex) {
				sink.error(new IllegalStateException("The JWKS cannot be read", ex));
			}
		});
	}

}
