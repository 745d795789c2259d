package city.plaza.identity.social;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.social.provider.ProviderPerson;
import org.jspecify.annotations.Nullable;

/**
 * A person whom a provider named and who has no account with us yet. The browser carries
 * it in a cookie, sealed, until it is known what becomes of the person.
 *
 * @param provider that named the person
 * @param issuer of the token
 * @param subject in the token
 * @param email where the provider gave one
 * @param isEmailProved whether the provider vouches for it
 * @param givenName where the provider gave one
 * @param familyName where the provider gave one
 * @param then where the browser goes on
 * @param expiresAt in seconds of the epoch
 */
record Ticket(String provider, String issuer, String subject, @Nullable String email, boolean isEmailProved,
		@Nullable String givenName, @Nullable String familyName, @Nullable String then, long expiresAt) {

	/** To fill in a short form, or to find a password. */
	static final Duration LIFE = Duration.ofMinutes(20);

	static Ticket of(ProviderPerson named, @Nullable String then, Instant now) {
		EmailAddress email = named.email();
		return new Ticket(named.person().provider(), named.person().issuer(), named.person().subject(),
				(email != null) ? email.value() : null, named.provedEmail().isPresent(), usable(named.givenName()),
				usable(named.familyName()), then, now.plus(LIFE).getEpochSecond());
	}

	ProviderSubject person() {
		return new ProviderSubject(this.provider, this.issuer, this.subject);
	}

	Optional<EmailAddress> provedEmail() {
		return this.isEmailProved ? EmailAddress.read(this.email) : Optional.empty();
	}

	private static @Nullable String usable(@Nullable String name) {
		return (PersonName.violationOf(name) == null) ? name : null;
	}

	@Override
	public String toString() {
		return "Ticket[provider=" + this.provider + "]";
	}

}
