package city.plaza.identity.staff;

import java.time.Instant;

/**
 * Somebody is offered a place on the staff and has to be mailed the link.
 *
 * @param invitationId the key; also what the token is sealed to
 * @param email where it goes
 * @param sealedToken opened by notification-service alone
 * @param expiresAt last moment at which it is accepted
 */
record StaffInvited(InvitationId invitationId, String email, String sealedToken, Instant expiresAt) {

	/** Of what is mailed to addresses that have no account yet. */
	static final String TOPIC = "identity.verification";

	static final String TYPE = "StaffInvited";

}
