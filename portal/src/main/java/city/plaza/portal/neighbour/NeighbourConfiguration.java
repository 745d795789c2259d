package city.plaza.portal.neighbour;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.Watching;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
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
	Neighbours neighbours(WebClient.Builder builder, NeighbourSettings settings, Calls calls, HttpClientSettings http,
			@Value("${plaza.tls.scheme:http}") String scheme,
			ObjectProvider<ReactorLoadBalancerExchangeFilterFunction> balancer) {
		Map<Neighbour, WebClient> clients = new EnumMap<>(Neighbour.class);
		for (Neighbour neighbour : Neighbour.values()) {
			Guard guard = new Guard(neighbour, calls, settings);
			clients.put(neighbour,
					builder.clone()
						.baseUrl(scheme + "://" + neighbour.service())
						.clientConnector(connector(settings.longestWith(neighbour), settings, http))
						.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
						.filter(new AsTheVisitor())
						.filter(guard)
						.filter(new DeferringLoadBalancerExchangeFilterFunction<>(balancer))
						.filter(new Watching())
						.build());
		}
		return new Neighbours(clients);
	}

	private static ReactorClientHttpConnector connector(Duration timeout, NeighbourSettings settings,
			HttpClientSettings http) {
		// Shorter than the services keep an idle connection: a reused one is never half
		// closed.
		ConnectionProvider connections = ConnectionProvider.builder("neighbours")
			.maxConnections(settings.connections())
			.pendingAcquireTimeout(settings.connectTimeout())
			.maxLifeTime(Duration.ofMinutes(5))
			.maxIdleTime(Duration.ofSeconds(10))
			.build();
		return ClientHttpConnectorBuilder.reactor()
			.withoutHttpClientDefaults()
			.withHttpClientFactory(() -> HttpClient.create(connections))
			.build(http.withTimeouts(settings.connectTimeout(), timeout).withRedirects(HttpRedirects.DONT_FOLLOW));
	}

}
