package city.plaza.notification.verification;

/**
 * Someone asked to reset the password of an address that has no account.
 *
 * @param email as it was typed
 * @param language to write in
 */
record NoAccountToReset(String email, String language) {

	static final String TYPE = "NoAccountToReset";

}
