package city.plaza.identity.social.provider;

import java.util.Optional;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.method.ProviderSubject;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a person, by a token that was checked.
 *
 * @param person whose account there it is
 * @param email where the provider gave one that we can use
 * @param isEmailProved whether the provider vouches for it
 * @param givenName where the provider gave one
 * @param familyName where the provider gave one
 */
public record ProviderPerson(ProviderSubject person, @Nullable EmailAddress email, boolean isEmailProved,
		@Nullable String givenName, @Nullable String familyName) {

	/** The address, if the provider vouches for it. */
	public Optional<EmailAddress> provedEmail() {
		return this.isEmailProved ? Optional.ofNullable(this.email) : Optional.empty();
	}

	@Override
	public String toString() {
		return "ProviderPerson[" + this.person + "]";
	}

}
