package city.plaza.platform.calls;

import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Stands behind the load balancer in a {@code WebClient}, where the instance is known,
 * and reports to the call's {@link InstanceWatch} how it went.
 */
public final class Watching implements ExchangeFilterFunction {

	/** The name of the attribute that holds a call's watch, for the load balancer too. */
	static final String WATCH = InstanceWatch.class.getName();

	/**
	 * Names the watch of a call, before the load balancer.
	 * @param request the call
	 * @param watch what to report to
	 * @return the call with its watch
	 */
	public static ClientRequest by(InstanceWatch watch, ClientRequest request) {
		return ClientRequest.from(request).attribute(WATCH, watch).build();
	}

	/**
	 * Names the watch of a call that the gateway passes on.
	 * @param watch what to report to
	 * @param attributes of the call
	 */
	public static void by(InstanceWatch watch, Map<String, Object> attributes) {
		attributes.put(WATCH, watch);
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return request.attribute(WATCH)
			.map(InstanceWatch.class::cast)
			.map((watch) -> watched(watch, request, next))
			.orElseGet(() -> next.exchange(request));
	}

	private static Mono<ClientResponse> watched(InstanceWatch watch, ClientRequest request, ExchangeFunction next) {
		watch.chosen(request.url());
		return watch.endingEarly(next.exchange(request), request::url)
			.doOnNext((response) -> watch.responded())
			.doOnError(watch::refused);
	}

}
