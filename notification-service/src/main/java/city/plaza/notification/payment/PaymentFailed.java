package city.plaza.notification.payment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;

/**
 * What this service reads of a payment that did not go through.
 *
 * @param paymentId to link to it
 * @param reference what the resident quotes
 * @param residentId who tried to pay
 * @param amount in all
 * @param allocations bill by bill
 * @param reason such as declined
 */
record PaymentFailed(UUID paymentId, String reference, ResidentId residentId, Money amount,
		List<Allocation> allocations, String reason, Instant failedAt) {

	static final String TYPE = "PaymentFailed";

}
