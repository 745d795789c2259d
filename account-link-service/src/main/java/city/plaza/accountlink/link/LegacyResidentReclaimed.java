package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;

import city.plaza.accountlink.resident.ResidentId;

/**
 * What this service reads of a resident who got back an account of the portal before.
 *
 * @param residentId whose it was
 * @param customerNumbers the customers it was linked to, as the city imported them
 */
record LegacyResidentReclaimed(ResidentId residentId, List<String> customerNumbers, Instant reclaimedAt) {

	static final String TYPE = "LegacyResidentReclaimed";

}
