package city.plaza.identity.profile;

import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a resident is reached from now on, whole.
 *
 * @param residentId the key
 * @param revision grows by one with each change of a resident
 * @param email proved
 * @param givenName to greet by
 * @param familyName to greet by
 * @param contactPreference how the resident wants to be contacted by the city
 * @param language of notices
 * @param phone E.164; absent where none was given
 * @param address absent where none was given
 * @param changedAt when it was changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContactChanged(AccountId residentId, long revision, String email, String givenName, String familyName,
		String contactPreference, String language, @Nullable String phone, @Nullable Address address,
		Instant changedAt) {

	static final String TYPE = "ContactChanged";

	static final String TOPIC = "identity.residents";

	/** A postal address. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Address(String line1, @Nullable String line2, String city, String state, String postalCode) {

		static @Nullable Address of(@Nullable PostalAddress address) {
			return (address != null) ? new Address(address.line1(), address.line2(), address.city(), address.state(),
					address.postalCode()) : null;
		}

	}

	static ContactChanged of(Account account, Profile profile, Instant now) {
		@Nullable ContactDetails contact = profile.contact();
		ContactPreference preference = (contact != null) ? contact.preference() : ContactPreference.EMAIL;
		@Nullable String phone = (contact != null && contact.phone() != null) ? contact.phone().value() : null;
		return new ContactChanged(account.id(), profile.revision(), account.email().value(),
				account.givenName().value(), account.familyName().value(), preference.code(), account.language().tag(),
				phone, Address.of(profile.address()), now);
	}

}
