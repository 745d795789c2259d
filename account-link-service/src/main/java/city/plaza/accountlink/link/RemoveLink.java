package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Ends a resident's access to a customer account, at the resident's own request. */
@Component
class RemoveLink {

	private final Links links;

	private final LinkEvents events;

	private final Transactions transactions;

	private final Clock clock;

	RemoveLink(Links links, LinkEvents events, Transactions transactions, Clock clock) {
		this.links = links;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Removes a link.
	 * @return whether it was this resident's and stood until now
	 */
	Mono<Boolean> remove(ResidentId resident, LinkId id) {
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		String reason = AccountUnlinked.REMOVED_BY_RESIDENT;
		return this.transactions.inOne(this.links.end(id, resident, reason, at)
			.flatMap((link) -> this.events.unlinked(link, reason, at).thenReturn(true))
			.defaultIfEmpty(false));
	}

}
