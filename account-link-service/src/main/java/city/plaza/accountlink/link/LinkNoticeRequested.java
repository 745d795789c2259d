package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.UUID;

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
record LinkNoticeRequested(UUID disputeId, UUID linkId, UUID residentId, String customerNumber, String customerName,
		Instant linkedAt, String sealedToken, Instant expiresAt) {

	static final String TYPE = "LinkNoticeRequested";

}
