package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import city.plaza.platform.events.NewEvent;
import city.plaza.platform.events.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Tells what became of web payments; always in the transaction that moves the payment.
 */
@Component
class PaymentEvents {

	static final String TOPIC = "billing.payments";

	private static final String WEB = "web";

	private final Outbox outbox;

	PaymentEvents(Outbox outbox) {
		this.outbox = outbox;
	}

	Mono<Void> submitted(Payment payment, PaymentMethod method, Instant at) {
		return append(payment, "PaymentSubmitted", new PaymentSubmitted(payment.id(), payment.reference(),
				payment.residentId(), WEB, payment.amount(), payment.allocations(), method, at));
	}

	Mono<Void> failed(Payment payment, FailureReason reason, Instant at) {
		return append(payment, "PaymentFailed", new PaymentFailed(payment.id(), payment.reference(),
				payment.residentId(), WEB, payment.amount(), payment.allocations(), reason, at));
	}

	/** In bulk: finance posts by files of many rows, and nobody waits for one of them. */
	Mono<Void> posted(Payment payment, LocalDate postedOn, Instant at) {
		return this.outbox.append(event(payment, "PaymentPosted", new PaymentPosted(payment.id(), payment.reference(),
				payment.residentId(), WEB, payment.amount(), payment.allocations(), postedOn, at))
			.inBulk());
	}

	private Mono<Void> append(Payment payment, String type, Object data) {
		return this.outbox.append(event(payment, type, data));
	}

	private static NewEvent event(Payment payment, String type, Object data) {
		return new NewEvent(TOPIC, payment.id().toString(), type, data);
	}

	private record PaymentSubmitted(PaymentId paymentId, PaymentReference reference, UUID residentId, String channel,
			Money amount, List<Allocation> allocations, PaymentMethod method, Instant submittedAt) {
	}

	private record PaymentFailed(PaymentId paymentId, PaymentReference reference, UUID residentId, String channel,
			Money amount, List<Allocation> allocations, FailureReason reason, Instant failedAt) {
	}

	private record PaymentPosted(PaymentId paymentId, PaymentReference reference, UUID residentId, String channel,
			Money amount, List<Allocation> allocations, LocalDate postedOn, Instant postedAt) {
	}

}
