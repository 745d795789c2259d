package city.plaza.identity.legacy;

import java.util.NavigableSet;
import java.util.TreeSet;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.profile.PhoneNumber;
import city.plaza.identity.profile.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the portal before knew of a resident.
 *
 * @param email of the old account
 * @param givenName to greet by
 * @param familyName to greet by
 * @param phone null where it had none
 * @param address null where it had none
 * @param customers numbers of those that were linked
 */
record LegacyPerson(EmailAddress email, PersonName givenName, PersonName familyName, @Nullable PhoneNumber phone,
		@Nullable PostalAddress address, NavigableSet<String> customers) {

	LegacyPerson {
		customers = new TreeSet<>(customers);
	}

	@Override
	public String toString() {
		return "LegacyPerson[]";
	}

}
