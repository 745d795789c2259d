package city.plaza.portal.bill;

import java.time.Duration;
import java.util.function.Predicate;

import city.plaza.portal.link.CustomerLinks;
import city.plaza.portal.client.ApiProblem;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.stereotype.Component;

/**
 * Billing learns of a new link by an event, some milliseconds after the resident made it.
 * Until then the portal does not show "not found" but asks again, and in the end shows a
 * page that asks to wait.
 */
@Component
class FreshLinks {

	private static final Predicate<Throwable> NOT_FOUND = ApiProblem.with(ApiProblem.NOT_FOUND);

	private static final int TRIES = 3;

	private static final Duration PAUSE = Duration.ofMillis(250);

	private final CustomerLinks links;

	FreshLinks(CustomerLinks links) {
		this.links = links;
	}

	/**
	 * Asks billing, again where it may not know the link yet.
	 * @param customerNumber whose data is asked for
	 * @param call lazy
	 * @return billing's response; {@link NotYetKnown} where it still has to learn of the
	 * link
	 */
	<T> Mono<T> await(String customerNumber, Mono<T> call) {
		return call.onErrorResume(NOT_FOUND,
				(unknown) -> isLinked(customerNumber).flatMap((linked) -> linked ? again(call) : Mono.error(unknown)));
	}

	private static <T> Mono<T> again(Mono<T> call) {
		return call.retryWhen(Retry.fixedDelay(TRIES, PAUSE)
			.filter(NOT_FOUND)
			.onRetryExhaustedThrow((spec, signal) -> new NotYetKnown()));
	}

	private Mono<Boolean> isLinked(String customerNumber) {
		return this.links.all()
			.map((all) -> all.items().stream().anyMatch((link) -> link.customerNumber().equals(customerNumber)));
	}

	static final class NotYetKnown extends RuntimeException {

		private static final long serialVersionUID = 1L;

		NotYetKnown() {
			super("Billing has not heard of the link yet.", null, false, false);
		}

	}

}
