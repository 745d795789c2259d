package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the API shows it.
 *
 * @param finished true once nothing further is expected of the resident
 * @param checkoutUrl the provider's page, only while the resident can pay on it
 * @param method what it was paid with, once it was
 */
record PaymentView(PaymentId id, PaymentReference reference, PaymentState state, boolean finished,
		@Nullable FailureReason failureReason, Money amount, List<Allocation> allocations, @Nullable URI checkoutUrl,
		@Nullable PaymentMethod method, Instant createdAt, @Nullable Instant submittedAt) {

	static PaymentView of(Payment payment) {
		return new PaymentView(payment.id(), payment.reference(), payment.state(), !payment.state().isOpen(),
				payment.result().failureReason(), payment.amount(), payment.allocations(), payment.openPage(),
				payment.result().method(), payment.origin().createdAt(), payment.result().submittedAt());
	}

}
