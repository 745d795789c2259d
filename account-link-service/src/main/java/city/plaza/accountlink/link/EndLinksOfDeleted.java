package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Ends all links of a resident whose account is gone, suspended ones too. */
@Component
class EndLinksOfDeleted {

	private final Links links;

	private final LinkEvents events;

	private final Clock clock;

	EndLinksOfDeleted(Links links, LinkEvents events, Clock clock) {
		this.links = links;
		this.events = events;
		this.clock = clock;
	}

	/** Runs in the transaction of the event. */
	Mono<Void> deleted(Event<ResidentDeleted> event) {
		return Mono.defer(() -> {
			Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			String reason = AccountUnlinked.RESIDENT_DELETED;
			return this.links.endAllOf(event.data().residentId(), reason, at)
				.flatMap((ended) -> Flux.fromIterable(ended)
					.concatMap((link) -> this.events.unlinked(link, reason, at))
					.then());
		});
	}

}
