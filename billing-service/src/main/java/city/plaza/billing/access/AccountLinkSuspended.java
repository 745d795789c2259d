package city.plaza.billing.access;

import java.time.Instant;
import java.util.UUID;

/**
 * What billing reads of the event: the link was disputed and gives no access any more.
 */
record AccountLinkSuspended(UUID linkId, ResidentId residentId, String customerNumber, Instant suspendedAt) {

	static final String TYPE = "AccountLinkSuspended";

}
