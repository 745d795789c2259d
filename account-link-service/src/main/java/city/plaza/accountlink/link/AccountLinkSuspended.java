package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.dispute.DisputeId;
import city.plaza.accountlink.resident.ResidentId;

/**
 * Another resident of the account has disputed a link: it gives no access until the help
 * desk has looked at it.
 *
 * @param linkId the link's id, the event's key
 * @param residentId whose access
 * @param customerNumber to whose bills
 * @param customerName the name on file
 */
record AccountLinkSuspended(LinkId linkId, ResidentId residentId, String customerNumber, String customerName,
		DisputeId disputeId, Instant suspendedAt) {

	static final String TYPE = "AccountLinkSuspended";

}
