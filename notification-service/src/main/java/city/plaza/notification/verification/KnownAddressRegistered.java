package city.plaza.notification.verification;

/**
 * Someone tried to register an address that has an account.
 *
 * @param email the holder's
 */
record KnownAddressRegistered(String email) {

	static final String TYPE = "KnownAddressRegistered";

}
