package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.dispute.DisputeId;
import city.plaza.accountlink.resident.ResidentId;

/**
 * Another resident of the account is to be notified of a new link, and how to dispute it.
 * The notice does not name who linked.
 *
 * @param disputeId what the token is sealed to
 * @param linkId of the new link, the event's key
 * @param residentId who is notified
 * @param customerName the name on file
 * @param linkedAt since when the link stands
 * @param sealedToken sealed for notification-service
 * @param expiresAt after which the token is of no use
 */
record LinkNoticeRequested(DisputeId disputeId, LinkId linkId, ResidentId residentId, String customerNumber,
		String customerName, Instant linkedAt, String sealedToken, Instant expiresAt) {

	static final String TYPE = "LinkNoticeRequested";

}
