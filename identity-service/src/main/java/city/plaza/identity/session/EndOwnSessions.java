package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Lets the holder of an account end its sessions: one, a stranger's, or all of them. */
@Component
class EndOwnSessions {

	private final Sessions sessions;

	private final Accounts accounts;

	private final EndSessions endSessions;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	EndOwnSessions(Sessions sessions, Accounts accounts, EndSessions endSessions, ReportSecurityChange reportChange,
			Transactions transactions) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.endSessions = endSessions;
		this.reportChange = reportChange;
		this.transactions = transactions;
	}

	/**
	 * Ends one; false where the account has no such session. One that is over stays so.
	 */
	Mono<Boolean> end(AccountId account, SessionId session) {
		return this.transactions.inOne(this.sessions.isOf(session, account)
			.flatMap((own) -> own ? this.endSessions.signOut(session).thenReturn(true) : Mono.just(false)));
	}

	/** Ends one that its holder did not open, and confirms that by mail. */
	Mono<Boolean> report(AccountId account, SessionId session) {
		return this.transactions.inOne(this.sessions.isOf(session, account)
			.flatMap((own) -> own ? this.accounts.of(account).flatMap((holder) -> report(holder, session))
					: Mono.just(false)));
	}

	Mono<Void> endAll(AccountId account) {
		return this.endSessions.allSignedOut(account);
	}

	private Mono<Boolean> report(Account holder, SessionId session) {
		return this.endSessions.reported(holder.id(), session)
			.then(this.reportChange.report(holder, SecurityChange.SESSION_REPORTED, null))
			.thenReturn(true);
	}

}
