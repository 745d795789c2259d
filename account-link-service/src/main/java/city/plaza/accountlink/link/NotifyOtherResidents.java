package city.plaza.accountlink.link;

import city.plaza.accountlink.dispute.Disputes;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.security.Seal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Asks that the other residents of an account are notified of a new link. */
@Component
class NotifyOtherResidents {

	private final Links links;

	private final Disputes disputes;

	private final LinkEvents events;

	private final Seal seal;

	NotifyOtherResidents(Links links, Disputes disputes, LinkEvents events, Seal seal) {
		this.links = links;
		this.disputes = disputes;
		this.events = events;
		this.seal = seal;
	}

	/** Must run in the transaction of the link. */
	Mono<Void> notify(CustomerLink link) {
		return this.links.otherResidents(link)
			.flatMapMany(Flux::fromIterable)
			.concatMap((other) -> notify(link, other))
			.then();
	}

	private Mono<Void> notify(CustomerLink link, ResidentId other) {
		return this.disputes.allow(link.customer().number(), link.residentId(), other)
			.flatMap((allowed) -> this.events.noticeRequested(link, allowed.dispute(),
					this.seal.close(allowed.token().value(), allowed.dispute().id().toString())));
	}

}
