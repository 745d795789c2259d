package city.plaza.identity.profile;

import java.time.Instant;

import city.plaza.identity.account.AccountId;
import city.plaza.platform.messages.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a resident has entered, as far as it goes.
 *
 * @param resident whose it is
 * @param contact null until it is accepted
 * @param address null until it is accepted
 * @param submittedAt when the registration was completed; null before
 * @param revision of the last {@link ContactChanged}; 0 before the first
 */
public record Profile(AccountId resident, @Nullable ContactDetails contact, @Nullable PostalAddress address,
		@Nullable Instant submittedAt, long revision) {

	/** Whether what changes from now on is in force at once. */
	public boolean submitted() {
		return this.submittedAt != null;
	}

	Profile with(ContactDetails changed) {
		@Nullable Language kept = (this.contact != null) ? this.contact.language() : null;
		return withContact((changed.language() != null) ? changed : changed.in(kept));
	}

	/** The same with the language that the account has by now. */
	Profile in(Language language) {
		return (this.contact != null) ? withContact(this.contact.in(language)) : this;
	}

	private Profile withContact(ContactDetails changed) {
		return new Profile(this.resident, changed, this.address, this.submittedAt, this.revision);
	}

	Profile with(PostalAddress changed) {
		return new Profile(this.resident, this.contact, changed, this.submittedAt, this.revision);
	}

	Profile submittedAt(Instant moment) {
		return new Profile(this.resident, this.contact, this.address, moment, this.revision);
	}

	Profile nextRevision() {
		return new Profile(this.resident, this.contact, this.address, this.submittedAt, this.revision + 1);
	}

}
