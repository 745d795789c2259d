package city.plaza.notification.link;

import java.time.Instant;
import java.util.UUID;

import city.plaza.notification.contact.ResidentId;

/**
 * What this service reads of a link that was disputed.
 *
 * @param customerNumber the Customer ID
 * @param customerName the name on file
 */
record LinkSuspended(UUID linkId, ResidentId residentId, String customerNumber, String customerName,
		Instant suspendedAt) {

	static final String TYPE = "AccountLinkSuspended";

}
