package city.plaza.identity.email;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.EmailAddress;
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

	private final SendCode sendCode;

	private final Transactions transactions;

	private final Clock clock;

	RequestEmailChange(EmailChanges changes, SendCode sendCode, Transactions transactions, Clock clock) {
		this.changes = changes;
		this.sendCode = sendCode;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Asks for the change.
	 * @param account of the caller
	 * @return the id to confirm it by
	 */
	Mono<EmailChangeId> request(Account account, EmailAddress to, ClientAddress client) {
		EmailChange change = new EmailChange(EmailChangeId.next(), account.id(), account.email(), to,
				account.language(), false);
		return this.transactions.inOne(this.changes.add(change, this.clock.instant())
			.then(this.sendCode.first(change.recipient(), client))
			.thenReturn(change.id()));
	}

}
