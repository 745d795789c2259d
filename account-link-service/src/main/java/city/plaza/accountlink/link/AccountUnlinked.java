package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.resident.ResidentId;

/**
 * The access of a link has ended.
 *
 * @param linkId the link's id, the event's key
 * @param residentId whose access
 * @param customerNumber to whose bills
 * @param customerName the name on file
 */
record AccountUnlinked(LinkId linkId, ResidentId residentId, String customerNumber, String customerName, String reason,
		Instant unlinkedAt) {

	static final String TYPE = "AccountUnlinked";

	static final String REMOVED_BY_RESIDENT = "removed-by-resident";

	static final String RESIDENT_DELETED = "resident-deleted";

}
