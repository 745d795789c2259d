package city.plaza.notification.contact;

/**
 * What this service reads of a resident's account that was deleted.
 *
 * @param residentId whose it was
 */
record ResidentDeleted(ResidentId residentId) {

	static final String TYPE = "ResidentDeleted";

}
