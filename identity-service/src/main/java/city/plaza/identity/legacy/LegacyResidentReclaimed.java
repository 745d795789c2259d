package city.plaza.identity.legacy;

import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.events.outbox.NewEvent;

/**
 * A resident proved the address of an old account: what was linked to it comes back.
 *
 * @param residentId the key
 * @param customerNumbers of the links
 */
record LegacyResidentReclaimed(AccountId residentId, List<String> customerNumbers, Instant reclaimedAt) {

	static final String TYPE = "LegacyResidentReclaimed";

	static final String TOPIC = "identity.residents";

	NewEvent event() {
		return new NewEvent(TOPIC, this.residentId.toString(), TYPE, this);
	}

}
