package city.plaza.notification.link;

import city.plaza.notification.contact.ResidentId;

/**
 * What this service reads of a link that was made or has ended.
 *
 * @param customerNumber the Customer ID
 * @param customerName the name on file
 */
record LinkChanged(ResidentId residentId, String customerNumber, String customerName) {

	static final String LINKED_TYPE = "AccountLinked";

	static final String UNLINKED_TYPE = "AccountUnlinked";

}
