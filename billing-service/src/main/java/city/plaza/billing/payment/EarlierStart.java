package city.plaza.billing.payment;

import java.util.Arrays;

import city.plaza.billing.payment.provider.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * The payment that a resident's idempotency key started before.
 *
 * @param hash of the body it was used with
 * @param response null while the checkout has not been opened
 */
@SuppressWarnings("ArrayRecordComponent")
record EarlierStart(byte[] hash, PaymentId payment, @Nullable StartedPayment response) {

	boolean isOf(PaymentOrder order) {
		return Arrays.equals(this.hash, order.hash());
	}

}
