package city.plaza.identity.me;

import java.time.Instant;

import city.plaza.identity.account.AccountId;

/**
 * A resident deleted the account.
 *
 * @param residentId the key
 */
record ResidentDeleted(AccountId residentId, Instant deletedAt) {

	static final String TYPE = "ResidentDeleted";

	static final String TOPIC = "identity.residents";

}
