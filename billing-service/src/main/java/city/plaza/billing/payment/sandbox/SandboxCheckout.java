package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.time.Instant;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A checkout in the sandbox's books.
 *
 * @param id cannot be guessed: who knows it may pay
 * @param paymentId the merchant's payment
 * @param payee who receives the money
 * @param reference the merchant's
 * @param amount to be taken
 * @param returnAddress where the browser goes at the end
 * @param state where it stands now
 * @param expiresAt until when it can be paid
 * @param method what was charged, once it was
 */
record SandboxCheckout(String id, PaymentId paymentId, String payee, String reference, Money amount, URI returnAddress,
		CheckoutState state, Instant expiresAt, @Nullable PaymentMethod method) {

	/** The same with the payee named otherwise. */
	SandboxCheckout payee(String payee) {
		return new SandboxCheckout(this.id, this.paymentId, payee, this.reference, this.amount, this.returnAddress,
				this.state, this.expiresAt, this.method);
	}

}
