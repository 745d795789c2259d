package city.plaza.notification.contact;

import java.util.UUID;

/**
 * Where a resident is reached.
 *
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 */
public record Contact(UUID residentId, String email, String givenName, String familyName, String language) {
}
