package city.plaza.notification.contact;

/**
 * Where a resident is reached.
 *
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 * @param revision grows with each change; 0 of a new resident
 */
public record Contact(ResidentId residentId, String email, String givenName, String familyName, String language,
		long revision) {
}
