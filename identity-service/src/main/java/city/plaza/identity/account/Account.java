package city.plaza.identity.account;

import java.time.Instant;
import java.util.Set;

import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * An account that can sign in.
 *
 * @param id never changes
 * @param kind resident or staff
 * @param email proved, of a resident
 * @param givenName to greet by
 * @param familyName to greet by
 * @param passwordHash Argon2id in its text form; null of one who signs in by a provider
 * alone
 * @param roles such as {@code finance}; a resident has none
 * @param language of mails
 * @param hasSecondFactor whether a password alone does not open a session
 * @param registeredAt when the account came to be
 */
public record Account(AccountId id, Kind kind, EmailAddress email, PersonName givenName, PersonName familyName,
		@Nullable String passwordHash, Set<String> roles, Language language, boolean hasSecondFactor,
		Instant registeredAt) {

	/** Whose account it is. */
	public enum Kind {

		/** Registered by the holder. */
		RESIDENT,
		/** Named in the settings. */
		STAFF

	}

	@Override
	public String toString() {
		return "Account[id=" + this.id + ", kind=" + this.kind + "]";
	}

}
