package city.plaza.billing.payment.sandbox;

import java.util.Objects;

import city.plaza.billing.payment.provider.PaymentId;

/**
 * The JSON of a notification.
 *
 * @param id of the event, the same at each delivery
 * @param type such as {@code checkout.paid}
 * @param paymentId the merchant's payment
 */
record NotificationBody(String id, String type, PaymentId paymentId) {

	NotificationBody {
		Objects.requireNonNull(id);
		Objects.requireNonNull(paymentId);
	}

}
