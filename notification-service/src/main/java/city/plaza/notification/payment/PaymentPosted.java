package city.plaza.notification.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;

/**
 * What this service reads of a payment that finance has posted.
 *
 * @param paymentId to link to it
 * @param reference what the resident quotes
 * @param residentId who paid
 * @param amount in all
 * @param allocations bill by bill
 * @param postedOn the ledger's date
 */
record PaymentPosted(UUID paymentId, String reference, ResidentId residentId, Money amount,
		List<Allocation> allocations, LocalDate postedOn) {

	static final String TYPE = "PaymentPosted";

}
