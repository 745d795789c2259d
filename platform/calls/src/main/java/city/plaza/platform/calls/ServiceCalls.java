package city.plaza.platform.calls;

import city.plaza.platform.problem.ProblemException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The calls of one service. There is room for so many at once, shared fairly; a few more
 * wait a short time; the rest is refused with 503 {@code busy}. While the service itself
 * fails it is left alone and every call is refused at once.
 */
public final class ServiceCalls {

	private final String service;

	private final Room room;

	private final Places places;

	private final CircuitBreaker breaker;

	private final RefusalLog log;

	ServiceCalls(String service, Room room, CircuitBreaker breaker, RefusalLog log) {
		this.service = service;
		this.room = room;
		this.places = new Places(room);
		this.breaker = breaker;
		this.log = log;
	}

	/**
	 * Makes a call within the room there is.
	 * @param <T> what holds the response's status:
	 * {@link org.springframework.http.HttpStatusCode} or
	 * {@link org.springframework.web.reactive.function.client.ClientResponse}
	 * @param client whom the call is made for; places are shared by it
	 * @param isTypical whether its time shows how busy the service is; not where it may
	 * take longer for reasons of its own
	 * @param call begins when subscribed to, and ends by itself in time
	 * @return the response; a {@link ProblemException} where the call was not tried;
	 * otherwise the call's own error
	 */
	public <T> Mono<T> run(String client, boolean isTypical, Mono<T> call) {
		return Mono.defer(() -> {
			if (this.breaker.getState() == CircuitBreaker.State.OPEN) {
				return Mono.error(leftAlone());
			}
			Place place = new Place(client);
			this.places.ask(place);
			return switch (place.state) {
				case HELD -> permitted(isTypical, call).doFinally((end) -> this.places.leave(place));
				case WAITING -> afterTheWait(place, Mono.defer(() -> permitted(isTypical, call)));
				default -> Mono.error(busy());
			};
		});
	}

	private <T> Mono<T> permitted(boolean isTypical, Mono<T> call) {
		return this.breaker.tryAcquirePermission() ? call
			.tap(() -> new FollowedCall<>(this.breaker, isTypical ? this.room.inFlight() : null, this.places.asked()))
				: Mono.error(leftAlone());
	}

	private <T> Mono<T> afterTheWait(Place place, Mono<T> call) {
		// Another thread goes on: whoever leaves must not carry all who come after.
		return Mono.<Void>create(place::await)
			.timeout(this.room.maxWait(), Mono.error(Refusals::busy))
			.doOnError((refused) -> this.log.refused(this.service, "busy"))
			.publishOn(Schedulers.parallel())
			.then(call)
			.doFinally((end) -> this.places.leave(place));
	}

	private ProblemException busy() {
		this.log.refused(this.service, "busy");
		return Refusals.busy();
	}

	private ProblemException leftAlone() {
		this.log.refused(this.service, "left alone because it fails");
		return Refusals.leftAlone();
	}

	/** Whose calls these are. */
	public String service() {
		return this.service;
	}

	Places places() {
		return this.places;
	}

}
