package city.plaza.billing.payment.sandbox;

import java.util.Objects;
import java.util.regex.Pattern;

import city.plaza.billing.payment.provider.PaymentId;

/**
 * The JSON of a notification.
 *
 * @param id of the event, the same at each delivery: 1 to 200 visible characters
 * @param type such as {@code checkout.paid}
 * @param paymentId the merchant's payment
 */
record NotificationBody(String id, String type, PaymentId paymentId) {

	private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

	NotificationBody {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("Not the id of an event");
		}
		Objects.requireNonNull(paymentId);
	}

}
