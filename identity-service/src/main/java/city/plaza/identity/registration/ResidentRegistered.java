package city.plaza.identity.registration;

import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;

/**
 * A resident proved the address; the account exists.
 *
 * @param residentId the key
 * @param email proved
 * @param givenName to greet by
 * @param familyName to greet by
 * @param contactPreference how the resident wants to be contacted by the city
 * @param language of notices
 * @param registeredAt when the address was proved
 */
record ResidentRegistered(AccountId residentId, String email, String givenName, String familyName,
		String contactPreference, String language, Instant registeredAt) {

	static final String TYPE = "ResidentRegistered";

	static final String TOPIC = "identity.residents";

	// The only way that is proved yet.
	private static final String BY_EMAIL = "email";

	static ResidentRegistered of(Account resident) {
		return new ResidentRegistered(resident.id(), resident.email().value(), resident.givenName().value(),
				resident.familyName().value(), BY_EMAIL, resident.language().tag(), resident.registeredAt());
	}

}
