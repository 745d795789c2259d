package city.plaza.billing.payment;

import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Notifies other services of payments; always in the transaction that moves the payment.
 */
@Component
class PaymentEvents {

	static final String TOPIC = "billing.payments";

	private final Outbox outbox;

	PaymentEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	Mono<Void> append(PaymentEvent event) {
		return this.outbox.append(switch (event) {
			case PaymentEvent.PaymentSubmitted submitted -> named(PaymentEvent.PaymentSubmitted.TYPE, submitted);
			case PaymentEvent.PaymentFailed failed -> named(PaymentEvent.PaymentFailed.TYPE, failed);
			// In bulk: finance posts files of many rows; no resident waits.
			case PaymentEvent.PaymentPosted posted -> named(PaymentEvent.PaymentPosted.TYPE, posted).inBulk();
		});
	}

	private static NewEvent named(String type, PaymentEvent event) {
		return new NewEvent(TOPIC, event.paymentId().toString(), type, event);
	}

}
