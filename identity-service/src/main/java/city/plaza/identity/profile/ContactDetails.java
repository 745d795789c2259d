package city.plaza.identity.profile;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a resident wants to be reached.
 *
 * @param preference required of everyone
 * @param phone null where none was given
 * @param language of notices; null where it stays as it is
 */
public record ContactDetails(ContactPreference preference, @Nullable PhoneNumber phone, @Nullable Language language) {

	ContactDetails in(@Nullable Language other) {
		return new ContactDetails(this.preference, this.phone, other);
	}

	@Override
	public String toString() {
		return "ContactDetails[preference=" + this.preference + "]";
	}

}
