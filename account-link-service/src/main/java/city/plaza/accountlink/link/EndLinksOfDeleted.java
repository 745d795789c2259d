package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.accountlink.legacy.LegacyClaims;
import city.plaza.accountlink.resident.DeletedResidents;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Ends all links of a resident whose account is gone, suspended ones too. Nothing brings
 * one back: neither a customer that becomes known nor an event that comes again.
 */
@Component
class EndLinksOfDeleted {

	private final DeletedResidents deletedResidents;

	private final LegacyClaims claims;

	private final Links links;

	private final LinkEvents events;

	private final Clock clock;

	EndLinksOfDeleted(DeletedResidents deletedResidents, LegacyClaims claims, Links links, LinkEvents events,
			Clock clock) {
		this.deletedResidents = deletedResidents;
		this.claims = claims;
		this.links = links;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Runs in the transaction of the event. Claims go before the links: who is just
	 * linking one of them has then ended, and its link is seen.
	 */
	Mono<Void> deleted(Event<ResidentDeleted> event) {
		return Mono.defer(() -> {
			ResidentId resident = event.data().residentId();
			Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
			return this.deletedResidents.add(resident, at)
				.then(Mono.defer(() -> this.claims.forget(resident)))
				.then(Mono.defer(() -> endLinks(resident, at)));
		});
	}

	private Mono<Void> endLinks(ResidentId resident, Instant at) {
		String reason = AccountUnlinked.RESIDENT_DELETED;
		return this.links.endAllOf(resident, reason, at)
			.flatMapMany(Flux::fromIterable)
			.concatMap((link) -> this.events.unlinked(link, reason, at))
			.then();
	}

}
