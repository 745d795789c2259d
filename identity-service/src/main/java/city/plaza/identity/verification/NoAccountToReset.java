package city.plaza.identity.verification;

import java.util.UUID;

/**
 * Someone asked to reset the password of an address that has no account: a mail says so,
 * for residents who do not remember which address they used. The person who asked learns
 * nothing on the page.
 *
 * @param resetId the key
 * @param email as it was typed
 * @param language of the mail
 */
record NoAccountToReset(UUID resetId, String email, String language) {

	static final String TYPE = "NoAccountToReset";

}
