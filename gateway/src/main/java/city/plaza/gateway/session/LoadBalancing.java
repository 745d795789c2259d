package city.plaza.gateway.session;

import java.time.Duration;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.InstanceWatch;
import city.plaza.platform.calls.Repeats;
import city.plaza.platform.calls.Watching;
import reactor.core.publisher.Mono;

import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A client that finds services by name, and asks another instance where one does not
 * respond: to ask for a token twice does no harm.
 */
@Configuration(proxyBeanMethods = false)
class LoadBalancing {

	private static final String PLACES = "identity-service-sessions";

	/**
	 * The caller waits longer: only what is slower than this counts against the service.
	 */
	private static final Duration MARGIN = Duration.ofMillis(100);

	@Bean
	@Scope("prototype")
	WebClient.Builder loadBalanced(ReactorLoadBalancerExchangeFilterFunction byName, Calls calls,
			SessionSettings settings) {
		return WebClient.builder()
			.filter(guarded(calls, settings.timeout().minus(MARGIN)))
			.filter(byName)
			.filter(new Watching());
	}

	private static ExchangeFilterFunction guarded(Calls calls, Duration timeout) {
		return (request, next) -> {
			InstanceWatch watch = calls.watch(true);
			Mono<ClientResponse> response = next.exchange(Watching.by(watch, request))
				.retryWhen(Repeats.onAnotherInstance(() -> true))
				.timeout(timeout)
				.onErrorMap(watch::ended);
			return calls.of(PLACES).run(PLACES, true, response);
		};
	}

}
