package city.plaza.notification.security;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service reads of a change of an account's address.
 *
 * @param changeId what the token is sealed to
 * @param email the address before
 * @param language to write in
 * @param sealedToken opened only when the mail is written
 * @param undoUntil after which the token is of no use
 */
record EmailChangeNoticeRequested(UUID changeId, String email, String language, String sealedToken, Instant undoUntil,
		Instant changedAt) {

	static final String TYPE = "EmailChangeNoticeRequested";

}
