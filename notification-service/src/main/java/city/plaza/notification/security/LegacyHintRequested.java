package city.plaza.notification.security;

import java.util.UUID;

/**
 * What this service reads of a hint that the help desk asked for.
 *
 * @param hintId mailed once, whatever event has it
 * @param email the address on file
 * @param givenName on file
 * @param language to write in
 */
record LegacyHintRequested(UUID hintId, String email, String givenName, String language) {

	static final String TYPE = "LegacyHintRequested";

}
