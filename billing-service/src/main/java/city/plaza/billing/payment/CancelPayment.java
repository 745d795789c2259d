package city.plaza.billing.payment;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives a payment up for its resident. The checkout is closed at the provider first, so
 * that a freed bill cannot be charged through it any more.
 */
@Component
class CancelPayment {

	private final Payments payments;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	CancelPayment(Payments payments, Checkouts checkouts, ConcludeCheckout concludeCheckout) {
		this.payments = payments;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
	}

	/**
	 * Cancels a payment that is open; any other one stays as it is.
	 * @return as it stands after that: submitted, if the money was taken before; empty if
	 * it is absent or another resident's
	 * @throws ProviderSilentException (as an error signal) if the provider gave no
	 * answer: nothing has changed then
	 */
	Mono<Payment> cancel(PaymentId id, ResidentId resident) {
		return this.payments.find(id, resident)
			.flatMap((known) -> known.state().isOpen() ? close(known, FailureReason.CANCELLED) : Mono.just(known));
	}

	/**
	 * Closes a checkout and applies how it really ended.
	 * @param payment that is open
	 * @param reason why it is closed
	 * @return the payment after that
	 */
	Mono<Payment> close(Payment payment, FailureReason reason) {
		return this.checkouts.close(payment, reason)
			.flatMap((status) -> (status instanceof CheckoutStatus.None)
					? this.concludeCheckout.neverOpened(payment.id(), reason)
					: this.concludeCheckout.conclude(payment.id(), status));
	}

}
