package city.plaza.portal.neighbour;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4jBulkheadProvider;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadConfigurationBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.client.circuitbreaker.ReactiveCircuitBreakerFactory;
import org.springframework.cloud.client.loadbalancer.reactive.DeferringLoadBalancerExchangeFilterFunction;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NeighbourSettings.class)
class NeighbourConfiguration {

	/** In bytes: the errors of a large file are many. */
	private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

	/** Lets a call find the request that it is made for. */
	@Bean
	ServerWebExchangeContextFilter exchangeInContext() {
		return new ServerWebExchangeContextFilter();
	}

	@Bean
	Customizer<ReactiveResilience4JCircuitBreakerFactory> patience(NeighbourSettings settings) {
		CircuitBreakerConfig breaker = CircuitBreakerConfig.custom()
			.failureRateThreshold(settings.failureRate())
			.minimumNumberOfCalls(settings.minimumCalls())
			.slidingWindowSize(settings.minimumCalls() * 2)
			.waitDurationInOpenState(settings.openFor())
			.permittedNumberOfCallsInHalfOpenState(3)
			.ignoreException(NeighbourConfiguration::isNoFailure)
			.build();
		return (factory) -> factory
			.configureDefault((id) -> new Resilience4JConfigBuilder(id).circuitBreakerConfig(breaker)
				.timeLimiterConfig(TimeLimiterConfig.custom().timeoutDuration(patienceWith(id, settings)).build())
				.build());
	}

	@Bean
	Customizer<ReactiveResilience4jBulkheadProvider> room(NeighbourSettings settings) {
		BulkheadConfig room = BulkheadConfig.custom()
			.maxConcurrentCalls(settings.concurrent())
			.maxWaitDuration(Duration.ZERO)
			.build();
		return (provider) -> provider
			.configureDefault((id) -> new Resilience4jBulkheadConfigurationBuilder().bulkheadConfig(room).build());
	}

	@Bean
	Neighbours neighbours(WebClient.Builder builder, NeighbourSettings settings,
			ReactiveCircuitBreakerFactory<?, ?> breakers,
			ObjectProvider<ReactorLoadBalancerExchangeFilterFunction> balancer) {
		Map<Neighbour, WebClient> clients = new EnumMap<>(Neighbour.class);
		for (Neighbour neighbour : Neighbour.values()) {
			Guard guard = new Guard(neighbour, breakers.create(neighbour.breaker()));
			clients.put(neighbour,
					builder.clone()
						.baseUrl("http://" + neighbour.service())
						.clientConnector(connector(patienceWith(neighbour.breaker(), settings), settings))
						.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
						.filter(new AsTheVisitor())
						.filter(guard)
						.filter(new DeferringLoadBalancerExchangeFilterFunction<>(balancer))
						.build());
		}
		return new Neighbours(clients);
	}

	private static boolean isNoFailure(Throwable error) {
		return error instanceof BulkheadFullException || (error instanceof ApiProblem problem && !problem.isOutage());
	}

	private static ReactorClientHttpConnector connector(Duration patience, NeighbourSettings settings) {
		// Shorter than the services keep an idle connection: a reused one is never half
		// closed.
		ConnectionProvider connections = ConnectionProvider.builder("neighbours")
			.maxConnections(settings.concurrent())
			.maxIdleTime(Duration.ofSeconds(10))
			.build();
		return new ReactorClientHttpConnector(HttpClient.create(connections)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(settings.connectTimeout().toMillis()))
			.responseTimeout(patience));
	}

	private static Duration patienceWith(String breaker, NeighbourSettings settings) {
		return breaker.equals(Neighbour.BILLING_FILES.breaker()) ? settings.importTimeout() : settings.timeout();
	}

}
