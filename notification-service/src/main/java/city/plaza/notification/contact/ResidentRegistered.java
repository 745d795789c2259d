package city.plaza.notification.contact;

/**
 * What this service reads of a new resident.
 *
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 */
record ResidentRegistered(ResidentId residentId, String email, String givenName, String familyName, String language) {

	static final String TYPE = "ResidentRegistered";

	Contact contact() {
		return new Contact(this.residentId, this.email, this.givenName, this.familyName, this.language, 0);
	}

}
