package city.plaza.notification.payment;

import java.util.Set;

import city.plaza.notification.notice.NewNotice;
import city.plaza.notification.notice.QueueNotice;
import city.plaza.notification.notice.Template;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Keeps residents informed of where their web payments stand. */
@Component
class NotifyOfPayment {

	/**
	 * Who cancelled knows it, and who let a checkout lapse paid nothing and owes what was
	 * owed before: a mail would only alarm. Of every other reason, one that is new to
	 * this service too, a resident may be unaware.
	 */
	private static final Set<String> NEEDS_NO_NOTICE = Set.of("cancelled", "expired");

	private final QueueNotice queueNotice;

	NotifyOfPayment(QueueNotice queueNotice) {
		this.queueNotice = queueNotice;
	}

	Mono<Void> submitted(Event<PaymentSubmitted> event) {
		PaymentSubmitted payment = event.data();
		return this.queueNotice
			.queue(NewNotice.toResident(event.id(), Template.PAYMENT_RECEIPT, payment.residentId(), payment));
	}

	Mono<Void> failed(Event<PaymentFailed> event) {
		PaymentFailed payment = event.data();
		if (NEEDS_NO_NOTICE.contains(payment.reason())) {
			return Mono.empty();
		}
		return this.queueNotice
			.queue(NewNotice.toResident(event.id(), Template.PAYMENT_FAILED, payment.residentId(), payment));
	}

	Mono<Void> posted(Event<PaymentPosted> event) {
		PaymentPosted payment = event.data();
		return this.queueNotice
			.queue(NewNotice.toResident(event.id(), Template.PAYMENT_POSTED, payment.residentId(), payment));
	}

}
