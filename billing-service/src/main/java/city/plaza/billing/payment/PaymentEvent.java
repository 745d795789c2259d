package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;

/** What other services are notified of, as {@code contracts/} describes it. */
sealed interface PaymentEvent {

	/** Where payments come from that residents start in Plaza. */
	String WEB = "web";

	PaymentId paymentId();

	/** The money was taken: the payer gets a receipt. */
	record PaymentSubmitted(PaymentId paymentId, PaymentReference reference, ResidentId residentId, String channel,
			Money amount, List<Allocation> allocations, PaymentMethod method,
			Instant submittedAt) implements PaymentEvent {

		static final String TYPE = "PaymentSubmitted";

		static PaymentSubmitted of(Payment payment, PaymentMethod method, Instant at) {
			return new PaymentSubmitted(payment.id(), payment.reference(), payment.residentId(), WEB, payment.amount(),
					payment.allocations(), method, at);
		}

	}

	/** It ended without money. */
	record PaymentFailed(PaymentId paymentId, PaymentReference reference, ResidentId residentId, String channel,
			Money amount, List<Allocation> allocations, FailureReason reason,
			Instant failedAt) implements PaymentEvent {

		static final String TYPE = "PaymentFailed";

		static PaymentFailed of(Payment payment, FailureReason reason, Instant at) {
			return new PaymentFailed(payment.id(), payment.reference(), payment.residentId(), WEB, payment.amount(),
					payment.allocations(), reason, at);
		}

	}

	/** Finance has posted all of it. */
	record PaymentPosted(PaymentId paymentId, PaymentReference reference, ResidentId residentId, String channel,
			Money amount, List<Allocation> allocations, LocalDate postedOn, Instant postedAt) implements PaymentEvent {

		static final String TYPE = "PaymentPosted";

		static PaymentPosted of(Payment payment, LocalDate postedOn, Instant at) {
			return new PaymentPosted(payment.id(), payment.reference(), payment.residentId(), WEB, payment.amount(),
					payment.allocations(), postedOn, at);
		}

	}

}
