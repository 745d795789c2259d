package city.plaza.billing.access;

import java.time.Instant;
import java.util.UUID;

/**
 * What billing reads of the event: from now on the resident may see the customer's bills.
 */
record AccountLinked(UUID linkId, ResidentId residentId, String customerNumber, Instant linkedAt) {

	static final String TYPE = "AccountLinked";

}
