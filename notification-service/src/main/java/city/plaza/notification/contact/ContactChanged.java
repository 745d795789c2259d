package city.plaza.notification.contact;

/**
 * What this service reads of a changed contact.
 *
 * @param revision grows by one with each change of a resident
 * @param email confirmed
 * @param givenName for greetings
 * @param familyName for greetings
 * @param language to write in
 */
record ContactChanged(ResidentId residentId, long revision, String email, String givenName, String familyName,
		String language) {

	static final String TYPE = "ContactChanged";

	Contact contact() {
		return new Contact(this.residentId, this.email, this.givenName, this.familyName, this.language, this.revision);
	}

}
