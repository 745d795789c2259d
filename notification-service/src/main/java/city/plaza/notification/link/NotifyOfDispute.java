package city.plaza.notification.link;

import java.util.Map;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notifies the other residents of an account of a new link, with a way to dispute it; and
 * of a dispute the help desk and the resident whose link it was. No notice names the
 * other resident.
 */
@Component
class NotifyOfDispute {

	private final QueueNotice queueNotice;

	private final HelpDeskSettings helpDesk;

	NotifyOfDispute(QueueNotice queueNotice, HelpDeskSettings helpDesk) {
		this.queueNotice = queueNotice;
		this.helpDesk = helpDesk;
	}

	Mono<Void> newLink(Event<LinkNoticeRequested> event) {
		LinkNoticeRequested link = event.data();
		return this.queueNotice.queue(NewNotice
			.toResident(event.id(), Template.LINKED_BY_ANOTHER, link.residentId(),
					Map.of("verificationId", link.disputeId(), "customerNumber", link.customerNumber(), "customerName",
							link.customerName(), "linkedAt", link.linkedAt(), "expiresAt", link.expiresAt()))
			.withCode(link.sealedToken(), link.expiresAt()));
	}

	Mono<Void> suspended(Event<LinkSuspended> event) {
		LinkSuspended link = event.data();
		Mono<Void> toTheResident = this.queueNotice
			.queue(NewNotice.toResident(event.id(), Template.LINK_SUSPENDED, link.residentId(),
					Map.of("customerNumber", link.customerNumber(), "customerName", link.customerName())));
		Mono<Void> toTheHelpDesk = this.queueNotice
			.queue(NewNotice.toAddress(event.id(), Template.LINK_DISPUTED, this.helpDesk.mailbox(), null,
					Map.of("linkId", link.linkId(), "residentId", link.residentId(), "customerNumber",
							link.customerNumber(), "customerName", link.customerName(), "suspendedAt",
							link.suspendedAt())));
		return toTheResident.then(toTheHelpDesk);
	}

}
