package city.plaza.identity.verification;

import java.util.UUID;

/**
 * Someone registered an address that has an account: its holder is notified by mail, the
 * person who registered learns nothing.
 *
 * @param registrationId the key
 * @param email of the account's holder
 * @param language of the mail
 */
record KnownAddressRegistered(UUID registrationId, String email, String language) {

	static final String TYPE = "KnownAddressRegistered";

}
