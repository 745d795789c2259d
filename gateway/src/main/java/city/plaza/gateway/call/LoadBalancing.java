package city.plaza.gateway.call;

import java.time.Duration;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.InstanceWatch;
import city.plaza.platform.calls.Repeats;
import city.plaza.platform.calls.Watching;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Clients that find services by name, and ask another instance where one does not
 * respond: only for what does no harm when it is asked twice.
 */
@Component
public class LoadBalancing {

	/**
	 * The caller waits longer: only what is slower than this counts against the service.
	 */
	private static final Duration MARGIN = Duration.ofMillis(100);

	private final ReactorLoadBalancerExchangeFilterFunction byName;

	private final Calls calls;

	private final HttpClientSettings http;

	LoadBalancing(ReactorLoadBalancerExchangeFilterFunction byName, Calls calls, HttpClientSettings http) {
		this.byName = byName;
		this.calls = calls;
		this.http = http;
	}

	/**
	 * Makes a client, with the certificates that the services trust.
	 * @param places the name under which its calls are counted and limited
	 * @param timeout how long the caller waits for a response to begin
	 * @return to be given the address, by the service's name
	 */
	public WebClient.Builder client(String places, Duration timeout) {
		return WebClient.builder()
			.clientConnector(ClientHttpConnectorBuilder.reactor().build(this.http))
			.filter(guarded(places, timeout.minus(MARGIN)))
			.filter(this.byName)
			.filter(new Watching());
	}

	private ExchangeFilterFunction guarded(String places, Duration timeout) {
		return (request, next) -> {
			InstanceWatch watch = this.calls.watch(true);
			Mono<ClientResponse> response = Repeats
				.onAnotherInstance(next.exchange(Watching.by(watch, request)), () -> true)
				.timeout(timeout)
				.onErrorMap(watch::ended);
			return this.calls.of(places).run(places, true, response);
		};
	}

}
