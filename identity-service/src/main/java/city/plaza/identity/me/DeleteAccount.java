package city.plaza.identity.me;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.legacy.ForgetRecords;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.identity.session.EndSessions;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Deletes a resident's own account with all that this service knows of the person; the
 * other services follow by the event.
 */
@Component
class DeleteAccount {

	private final Accounts accounts;

	private final EndSessions endSessions;

	private final ReportSecurityChange reportChange;

	private final ForgetRecords forget;

	private final Outbox outbox;

	private final Transactions transactions;

	private final Clock clock;

	DeleteAccount(Accounts accounts, EndSessions endSessions, ReportSecurityChange reportChange, ForgetRecords forget,
			Outbox outbox, Transactions transactions, Clock clock) {
		this.accounts = accounts;
		this.endSessions = endSessions;
		this.reportChange = reportChange;
		this.forget = forget;
		this.outbox = outbox;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Deletes it.
	 * @param account of a resident, the caller
	 * @return completes when it is gone
	 */
	Mono<Void> delete(Account account) {
		return this.transactions.inOne(Mono.defer(() -> this.endSessions.accountRemoved(account.id())
			.then(this.accounts.removeResident(account.id()))
			.filter(Boolean::booleanValue)
			.flatMap((removed) -> this.forget.of(account)
				.then(this.outbox.append(new NewEvent(ResidentDeleted.TOPIC, account.id().toString(),
						ResidentDeleted.TYPE, new ResidentDeleted(account.id(), this.clock.instant()))))
				.then(this.reportChange.report(account, SecurityChange.ACCOUNT_DELETED, null)))));
	}

}
