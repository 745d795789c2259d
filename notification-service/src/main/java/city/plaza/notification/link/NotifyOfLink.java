package city.plaza.notification.link;

import java.util.Map;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notifies residents of the customer accounts they gained or lost, so that none is a
 * surprise.
 */
@Component
class NotifyOfLink {

	private final QueueNotice queueNotice;

	NotifyOfLink(QueueNotice queueNotice) {
		this.queueNotice = queueNotice;
	}

	Mono<Void> linked(Event<LinkChanged> event) {
		return queue(event, Template.ACCOUNT_LINKED);
	}

	Mono<Void> unlinked(Event<LinkChanged> event) {
		return queue(event, Template.ACCOUNT_UNLINKED);
	}

	private Mono<Void> queue(Event<LinkChanged> event, Template template) {
		LinkChanged link = event.data();
		return this.queueNotice.queue(NewNotice.toResident(event.id(), template, link.residentId(),
				Map.of("customerNumber", link.customerNumber(), "customerName", link.customerName())));
	}

}
