package city.plaza.notification.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a change to the security of an account.
 *
 * @param change what changed; values may come that this service has no text for
 * @param detail what it is about, if that needs saying
 * @param email to notify
 * @param language to write in
 */
record SecurityChanged(String change, @Nullable String detail, String email, String language, Instant changedAt) {

	static final String ACCOUNT_DELETED = "account-deleted";

	static final String TYPE = "SecurityChanged";

}
