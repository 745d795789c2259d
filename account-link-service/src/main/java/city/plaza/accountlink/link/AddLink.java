package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.resident.ResidentId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Adds a link that was proven, and publishes it. */
@Component
class AddLink {

	private final Links links;

	private final LinkEvents events;

	private final NotifyOtherResidents notifyOtherResidents;

	private final Clock clock;

	AddLink(Links links, LinkEvents events, NotifyOtherResidents notifyOtherResidents, Clock clock) {
		this.links = links;
		this.events = events;
		this.notifyOtherResidents = notifyOtherResidents;
		this.clock = clock;
	}

	/** Must run in a transaction. */
	Mono<LinkOutcome> add(ResidentId resident, Customer customer) {
		CustomerLink link = new CustomerLink(LinkId.next(), resident, customer,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		return this.links.add(link).flatMap((isNew) -> isNew ? publish(link) : existing(link));
	}

	private Mono<LinkOutcome> publish(CustomerLink link) {
		return this.events.linked(link)
			.then(Mono.defer(() -> this.notifyOtherResidents.notify(link)))
			.thenReturn(new LinkOutcome.Linked(link));
	}

	private Mono<LinkOutcome> existing(CustomerLink link) {
		return this.links.isSuspended(link)
			.map((isSuspended) -> isSuspended ? new LinkOutcome.Suspended() : new LinkOutcome.AlreadyLinked());
	}

}
