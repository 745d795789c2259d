package city.plaza.notification.verification;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service reads of an invitation to the city's staff.
 *
 * @param invitationId what the token is sealed to
 * @param email where the link goes
 * @param sealedToken opened only when the mail is written
 * @param expiresAt after which the link is of no use
 */
record StaffInvited(UUID invitationId, String email, String sealedToken, Instant expiresAt) {

	static final String TYPE = "StaffInvited";

}
