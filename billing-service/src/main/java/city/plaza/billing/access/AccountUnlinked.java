package city.plaza.billing.access;

import java.time.Instant;
import java.util.UUID;

/** What billing reads of the event: the access of this link has ended. */
record AccountUnlinked(UUID linkId, ResidentId residentId, String customerNumber, Instant unlinkedAt) {

	static final String TYPE = "AccountUnlinked";

}
