package city.plaza.portal.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.Watching;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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
class ClientConfiguration {

	/** In bytes: the errors of a large file are many. */
	private static final int LARGEST_RESPONSE = 4 * 1024 * 1024;

	/** Lets a call find the request that it is made for. */
	@Bean
	ServerWebExchangeContextFilter exchangeInContext() {
		return new ServerWebExchangeContextFilter();
	}

	@Bean
	ServiceClients serviceClients(WebClient.Builder builder, ClientSettings settings, Calls calls,
			HttpClientSettings http, @Value("${plaza.tls.scheme:http}") String scheme,
			ObjectProvider<ReactorLoadBalancerExchangeFilterFunction> balancer) {
		Map<ServiceName, WebClient> clients = new EnumMap<>(ServiceName.class);
		for (ServiceName service : ServiceName.values()) {
			Guard guard = new Guard(service, calls, settings);
			clients.put(service,
					builder.clone()
						.baseUrl(scheme + "://" + service.service())
						.clientConnector(connector(settings.longestWith(service), settings, http))
						.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_RESPONSE))
						.filter(new AsTheVisitor())
						.filter(guard)
						.filter(new DeferringLoadBalancerExchangeFilterFunction<>(balancer))
						.filter(new Watching())
						.build());
		}
		return new ServiceClients(clients);
	}

	private static ReactorClientHttpConnector connector(Duration timeout, ClientSettings settings,
			HttpClientSettings http) {
		// Shorter than the services keep an idle connection: a reused one is never half
		// closed.
		ConnectionProvider connections = ConnectionProvider.builder("services")
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
