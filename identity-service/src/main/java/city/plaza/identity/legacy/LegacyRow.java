package city.plaza.identity.legacy;

import java.util.Collection;

import city.plaza.identity.profile.PhoneNumber;
import city.plaza.identity.profile.PostalAddress;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A record as the database takes many of them at once, under the names of its columns.
 */
record LegacyRow(LegacyId id, String email, String address, @JsonProperty("given_name") String givenName,
		@JsonProperty("family_name") String familyName, @Nullable String phone, @Nullable String line1,
		@Nullable String line2, @Nullable String city, @Nullable String state,
		@JsonProperty("postal_code") @Nullable String postalCode, Collection<String> customers) {

	static LegacyRow of(LegacyPerson person) {
		PostalAddress address = person.address();
		PhoneNumber phone = person.phone();
		String number = (phone != null) ? phone.value() : null;
		LegacyRow row = new LegacyRow(LegacyId.next(), person.email().value(), person.email().comparable(),
				person.givenName().value(), person.familyName().value(), number, null, null, null, null, null,
				person.customers());
		return (address != null) ? row.at(address) : row;
	}

	private LegacyRow at(PostalAddress place) {
		return new LegacyRow(this.id, this.email, this.address, this.givenName, this.familyName, this.phone,
				place.line1(), place.line2(), place.city(), place.state(), place.postalCode(), this.customers);
	}

}
