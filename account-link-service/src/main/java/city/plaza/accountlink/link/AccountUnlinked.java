package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.UUID;

/**
 * The access of a link has ended.
 *
 * @param linkId the link's id, the event's key
 * @param residentId whose access
 * @param customerNumber to whose bills
 * @param customerName the name on file
 */
record AccountUnlinked(UUID linkId, UUID residentId, String customerNumber, String customerName, String reason,
		Instant unlinkedAt) {

	static final String TYPE = "AccountUnlinked";

	static final String REMOVED_BY_RESIDENT = "removed-by-resident";

}
