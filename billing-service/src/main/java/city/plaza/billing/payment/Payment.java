package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A web payment as it stands.
 *
 * @param id random
 * @param reference what the resident and finance quote
 * @param residentId who pays
 * @param state where it stands
 * @param amount the sum of its allocations
 * @param checkoutUrl the provider's page, once there is one
 * @param expiresAt until when the resident may finish it
 * @param failureReason why it ended without money, if it did
 * @param method what it was paid with, once the money was taken
 * @param createdAt when the resident started it
 * @param submittedAt when Plaza learned that the money was taken
 * @param allocations the bills it covers, at least one
 */
record Payment(PaymentId id, PaymentReference reference, UUID residentId, PaymentState state, Money amount,
		@Nullable URI checkoutUrl, Instant expiresAt, @Nullable FailureReason failureReason,
		@Nullable PaymentMethod method, Instant createdAt, @Nullable Instant submittedAt,
		List<Allocation> allocations) {

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

	Payment with(List<Allocation> allocations) {
		return new Payment(this.id, this.reference, this.residentId, this.state, this.amount, this.checkoutUrl,
				this.expiresAt, this.failureReason, this.method, this.createdAt, this.submittedAt, allocations);
	}

	/** The hosted page, while the resident can still pay on it. */
	@Nullable URI openPage() {
		return (this.state == PaymentState.REDIRECTED) ? this.checkoutUrl : null;
	}

}
