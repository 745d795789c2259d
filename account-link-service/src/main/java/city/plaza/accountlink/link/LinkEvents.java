package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.dispute.Dispute;
import city.plaza.accountlink.dispute.DisputeId;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Publishes who may see which account, in the transaction that decides it. */
@Component
class LinkEvents {

	static final String TOPIC = "account-link.links";

	private final Outbox outbox;

	LinkEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	Mono<Void> linked(CustomerLink link) {
		return append(link, AccountLinked.TYPE, new AccountLinked(link.id(), link.residentId(),
				link.customer().number().value(), link.customer().name(), link.linkedAt()));
	}

	Mono<Void> unlinked(CustomerLink link, String reason, Instant at) {
		return append(link, AccountUnlinked.TYPE, new AccountUnlinked(link.id(), link.residentId(),
				link.customer().number().value(), link.customer().name(), reason, at));
	}

	Mono<Void> suspended(CustomerLink link, DisputeId disputeId, Instant at) {
		return append(link, AccountLinkSuspended.TYPE, new AccountLinkSuspended(link.id(), link.residentId(),
				link.customer().number().value(), link.customer().name(), disputeId, at));
	}

	Mono<Void> noticeRequested(CustomerLink link, Dispute dispute, String sealedToken) {
		return append(link, LinkNoticeRequested.TYPE,
				new LinkNoticeRequested(dispute.id(), link.id(), dispute.notified(), link.customer().number().value(),
						link.customer().name(), link.linkedAt(), sealedToken, dispute.expiresAt()));
	}

	private Mono<Void> append(CustomerLink link, String type, Object data) {
		return this.outbox.append(new NewEvent(TOPIC, link.id().toString(), type, data));
	}

}
