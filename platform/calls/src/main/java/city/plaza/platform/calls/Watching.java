package city.plaza.platform.calls;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Stands behind the load balancer in a {@code WebClient}, where the instance is known,
 * and tells the call's {@link InstanceWatch} how it went.
 */
public final class Watching implements ExchangeFilterFunction {

	private static final String WATCH = InstanceWatch.class.getName();

	/**
	 * Names the watch of a call, before the load balancer.
	 * @param request the call
	 * @param watch whom to tell
	 * @return the call with its watch
	 */
	public static ClientRequest by(InstanceWatch watch, ClientRequest request) {
		return ClientRequest.from(request).attribute(WATCH, watch).build();
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
		return next.exchange(request).doOnNext((answer) -> watch.answered()).doOnError(watch::refused);
	}

}
