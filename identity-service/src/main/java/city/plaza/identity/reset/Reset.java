package city.plaza.identity.reset;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.verification.Recipient;
import city.plaza.platform.messages.Language;

/**
 * A request for another password.
 *
 * @param id what its codes are bound to
 * @param email as typed; it need not have an account
 * @param language of the mail
 * @param isCompleted whether it led to another password
 */
record Reset(ResetId id, EmailAddress email, Language language, boolean isCompleted) {

	Recipient recipient() {
		return new Recipient(this.id, this.email, this.language);
	}

	@Override
	public String toString() {
		return "Reset[id=" + this.id + "]";
	}

}
