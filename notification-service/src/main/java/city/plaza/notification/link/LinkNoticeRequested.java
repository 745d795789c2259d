package city.plaza.notification.link;

import java.time.Instant;

import city.plaza.notification.contact.ResidentId;

/**
 * What this service reads of a new link of which another resident of the account is
 * notified.
 *
 * @param disputeId what the token is sealed to
 * @param residentId who is notified
 * @param customerNumber the Customer ID
 * @param customerName the name on file
 * @param linkedAt when the link was made
 * @param sealedToken opened only when the mail is written
 * @param expiresAt after which the token is of no use
 */
record LinkNoticeRequested(DisputeId disputeId, ResidentId residentId, String customerNumber, String customerName,
		Instant linkedAt, String sealedToken, Instant expiresAt) {

	static final String TYPE = "LinkNoticeRequested";

}
