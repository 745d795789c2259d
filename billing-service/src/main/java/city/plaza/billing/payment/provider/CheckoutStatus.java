package city.plaza.billing.payment.provider;

import java.net.URI;
import java.time.Instant;

import city.plaza.billing.money.Money;

/** The truth about a payment's checkout, as its provider reports it when asked. */
public sealed interface CheckoutStatus {

	/** The provider has no checkout of this payment. */
	record None() implements CheckoutStatus {
	}

	/**
	 * Waits for the resident.
	 *
	 * @param page the hosted page
	 * @param expiresAt no money is taken from this instant on
	 */
	record Open(URI page, Instant expiresAt) implements CheckoutStatus {
	}

	/** The money was taken. */
	record Paid(Money amount, PaymentMethod method) implements CheckoutStatus {
	}

	/** Over, and no money was taken nor will be. */
	record Failed(FailureReason reason) implements CheckoutStatus {
	}

}
