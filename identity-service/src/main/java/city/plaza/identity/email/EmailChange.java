package city.plaza.identity.email;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.verification.Recipient;
import city.plaza.platform.messages.Language;

/**
 * A change of the address of an account.
 *
 * @param from the address at the time it was asked for
 * @param to proved once the change is confirmed
 * @param language of mails
 * @param isConfirmed whether it has been made
 */
record EmailChange(EmailChangeId id, AccountId account, EmailAddress from, EmailAddress to, Language language,
		boolean isConfirmed) {

	Recipient recipient() {
		return new Recipient(this.id, this.to, this.language);
	}

	@Override
	public String toString() {
		return "EmailChange[id=" + this.id + "]";
	}

}
