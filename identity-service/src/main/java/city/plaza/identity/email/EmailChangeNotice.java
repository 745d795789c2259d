package city.plaza.identity.email;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.events.outbox.NewEvent;

/**
 * The address of an account was changed; the address before is to be mailed how to take
 * that back.
 *
 * @param changeId what the token is sealed to
 * @param accountId the key
 * @param email the address before
 * @param language to write in
 * @param sealedToken opened by notification-service alone
 * @param undoUntil after which the token is of no use
 */
record EmailChangeNotice(EmailChangeId changeId, AccountId accountId, String email, String language, String sealedToken,
		Instant undoUntil, Instant changedAt) {

	static final String TYPE = "EmailChangeNoticeRequested";

	static final String TOPIC = "identity.security";

	NewEvent event() {
		return new NewEvent(TOPIC, this.accountId.toString(), TYPE, this);
	}

}
