package city.plaza.notification.contact;

import java.util.UUID;

/**
 * What this service reads of a new resident.
 *
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 */
record ResidentRegistered(UUID residentId, String email, String givenName, String familyName, String language) {

	static final String TYPE = "ResidentRegistered";

}
