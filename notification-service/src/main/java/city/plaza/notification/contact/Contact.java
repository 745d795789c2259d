package city.plaza.notification.contact;

/**
 * Where a resident is reached.
 *
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 */
public record Contact(ResidentId residentId, String email, String givenName, String familyName, String language) {
}
