package city.plaza.billing.payment;

import java.net.URI;

import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.payment.provider.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * A payment that was just started.
 *
 * @param id to ask for the payment by
 * @param reference to quote
 * @param state where it stood then
 * @param checkoutUrl the provider's page to go to; null if it ended before it was opened
 */
record StartedPayment(PaymentId id, PaymentReference reference, PaymentState state, @Nullable URI checkoutUrl) {

	static StartedPayment of(Payment payment) {
		return new StartedPayment(payment.id(), payment.reference(), payment.state(), payment.openPage());
	}

}
