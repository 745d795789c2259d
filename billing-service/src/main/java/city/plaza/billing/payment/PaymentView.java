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
 * @param id to ask for it by
 * @param reference to quote
 * @param state where it stands
 * @param finished true once it is posted or has ended; false while its bills are pending
 * @param failureReason why it ended without money; null unless it did
 * @param amount of all allocations
 * @param allocations the parts that go to each bill
 * @param checkoutUrl the provider's page, only while the resident can pay on it
 * @param method what it was paid with, once it was
 * @param createdAt when it was started
 * @param submittedAt when the provider took the money; null before that
 */
record PaymentView(PaymentId id, PaymentReference reference, PaymentState state, boolean finished,
		@Nullable FailureReason failureReason, Money amount, List<Allocation> allocations, @Nullable URI checkoutUrl,
		@Nullable PaymentMethod method, Instant createdAt, @Nullable Instant submittedAt) {

	/** Without the page to pay on, which is for the resident. */
	static PaymentView forStaff(Payment payment) {
		PaymentView view = of(payment);
		return new PaymentView(view.id, view.reference, view.state, view.finished, view.failureReason, view.amount,
				view.allocations, null, view.method, view.createdAt, view.submittedAt);
	}

	static PaymentView of(Payment payment) {
		return new PaymentView(payment.id(), payment.reference(), payment.state(), payment.state().isFinished(),
				payment.result().failureReason(), payment.amount(), payment.allocations(), payment.openPage(),
				payment.result().method(), payment.origin().createdAt(), payment.result().submittedAt());
	}

}
