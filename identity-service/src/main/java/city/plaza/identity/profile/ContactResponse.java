package city.plaza.identity.profile;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a resident wants to be reached.
 *
 * @param preference {@code email}, {@code text-message}, {@code phone} or {@code mail}
 * @param phone E.164; null where none was given
 * @param phoneText the phone as people write it; null where none was given
 * @param language of notices; null where it was not chosen
 */
public record ContactResponse(String preference, @Nullable String phone, @Nullable String phoneText,
		@Nullable String language) {

	/** The contact of a profile; null where it has none. */
	public static @Nullable ContactResponse of(@Nullable ContactDetails contact) {
		if (contact == null) {
			return null;
		}
		PhoneNumber phone = contact.phone();
		Language language = contact.language();
		return new ContactResponse(contact.preference().code(), (phone != null) ? phone.value() : null,
				(phone != null) ? phone.formatted() : null, (language != null) ? language.tag() : null);
	}

}
