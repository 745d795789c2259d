package city.plaza.identity.email;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.VerifyPassword;
import city.plaza.identity.verification.SendCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Stores the wish for another address and sends a code there. Whether that address has an
 * account is not disclosed: its holder is mailed in place of a code.
 */
@Component
class RequestEmailChange {

	private final EmailChanges changes;

	private final VerifyPassword verify;

	private final SendCode sendCode;

	private final Transactions transactions;

	private final Clock clock;

	RequestEmailChange(EmailChanges changes, VerifyPassword verify, SendCode sendCode, Transactions transactions,
			Clock clock) {
		this.changes = changes;
		this.verify = verify;
		this.sendCode = sendCode;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Asks for the change.
	 * @param account of the caller
	 * @param password as typed
	 * @return the id to confirm it by; a problem where the password is wrong
	 */
	Mono<EmailChangeId> request(Account account, EmailAddress to, Secret password, ClientAddress client) {
		return this.verify.verify(account, password, client).then(Mono.defer(() -> {
			EmailChange change = new EmailChange(EmailChangeId.next(), account.id(), account.email(), to,
					account.language(), false);
			return this.transactions.inOne(this.changes.add(change, this.clock.instant())
				.then(this.sendCode.first(change.recipient(), client))
				.thenReturn(change.id()));
		}));
	}

}
