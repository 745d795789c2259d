package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.accountlink.dispute.Dispute;
import city.plaza.accountlink.dispute.DisputeToken;
import city.plaza.accountlink.dispute.Disputes;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Suspends a link that another resident of the account disputes. */
@Component
class DisputeLink {

	private final Disputes disputes;

	private final Links links;

	private final LinkEvents events;

	private final Transactions transactions;

	private final Clock clock;

	DisputeLink(Disputes disputes, Links links, LinkEvents events, Transactions transactions, Clock clock) {
		this.disputes = disputes;
		this.links = links;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Uses the right to dispute. A second use changes nothing and has the same result.
	 * @param token as the mail had it
	 * @return whether there is such a right
	 */
	Mono<Boolean> dispute(DisputeToken token) {
		return this.transactions.inOne(this.disputes.use(token)
			.flatMap((first) -> first.map(this::suspend).orElseGet(Mono::empty).thenReturn(true))
			.defaultIfEmpty(false));
	}

	private Mono<Void> suspend(Dispute dispute) {
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		return this.links.suspend(dispute.resident(), dispute.customerNumber(), at)
			.flatMap((link) -> this.events.suspended(link, dispute.id(), at));
	}

}
