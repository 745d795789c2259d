package city.plaza.notification.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a payment that the provider took.
 *
 * @param paymentId to link to it
 * @param reference what the resident quotes
 * @param residentId who paid
 * @param amount in all
 * @param allocations bill by bill
 * @param method the card, where the provider reported it
 */
record PaymentSubmitted(UUID paymentId, String reference, ResidentId residentId, Money amount,
		List<Allocation> allocations, @Nullable Method method, Instant submittedAt) {

	static final String TYPE = "PaymentSubmitted";

	/**
	 * A card, as much of it as may be shown.
	 *
	 * @param brand such as visa
	 * @param last4 digits
	 */
	record Method(String brand, String last4) {
	}

}
