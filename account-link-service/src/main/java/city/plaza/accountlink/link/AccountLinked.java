package city.plaza.accountlink.link;

import java.time.Instant;

import city.plaza.accountlink.resident.ResidentId;

/**
 * A resident may see and pay a customer's bills from now on.
 *
 * @param linkId the link's id, the event's key
 * @param residentId who may
 * @param customerNumber whose bills
 * @param customerName the name on file
 */
record AccountLinked(LinkId linkId, ResidentId residentId, String customerNumber, String customerName,
		Instant linkedAt) {

	static final String TYPE = "AccountLinked";

}
