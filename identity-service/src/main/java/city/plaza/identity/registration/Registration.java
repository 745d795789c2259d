package city.plaza.identity.registration;

import java.time.Instant;
import java.util.Set;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.account.PersonName;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.verification.Recipient;
import city.plaza.identity.verification.RegistrationId;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * A request for an account.
 *
 * @param id what its codes are bound to
 * @param email not proved until it is confirmed
 * @param givenName to greet by
 * @param familyName to greet by
 * @param passwordHash of the account to be; null once that is made, and of one without a
 * password
 * @param person at a provider where it began there; null elsewhere and once the account
 * is made
 * @param language of mails
 */
record Registration(RegistrationId id, EmailAddress email, PersonName givenName, PersonName familyName,
		@Nullable String passwordHash, @Nullable ProviderSubject person, Language language) {

	boolean isConfirmed() {
		return this.passwordHash == null && this.person == null;
	}

	Recipient recipient() {
		return new Recipient(this.id, this.email, this.language);
	}

	/** The resident this becomes once the address is proved. */
	Account resident(Instant now) {
		if (isConfirmed()) {
			throw new IllegalStateException("Registration " + this.id + " is confirmed already");
		}
		return new Account(AccountId.next(), Account.Kind.RESIDENT, this.email, this.givenName, this.familyName,
				this.passwordHash, Set.of(), this.language, false, now);
	}

	@Override
	public String toString() {
		return "Registration[id=" + this.id + "]";
	}

}
