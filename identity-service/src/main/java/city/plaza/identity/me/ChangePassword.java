package city.plaza.identity.me;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.identity.session.EndSessions;
import city.plaza.identity.session.SessionId;
import city.plaza.identity.session.VerifyPassword;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives the own account another password. All other sessions end; the one it was changed
 * in goes on.
 */
@Component
class ChangePassword {

	private final Accounts accounts;

	private final VerifyPassword verify;

	private final PasswordHashes hashes;

	private final EndSessions endSessions;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	ChangePassword(Accounts accounts, VerifyPassword verify, PasswordHashes hashes, EndSessions endSessions,
			ReportSecurityChange reportChange, Transactions transactions) {
		this.accounts = accounts;
		this.verify = verify;
		this.hashes = hashes;
		this.endSessions = endSessions;
		this.reportChange = reportChange;
		this.transactions = transactions;
	}

	/**
	 * Changes it.
	 * @param account of the caller
	 * @param session of the caller, which goes on
	 * @param current as typed
	 * @param next valid
	 * @return completes when it is changed; a problem where the current one is wrong
	 */
	Mono<Void> change(Account account, SessionId session, Secret current, Secret next, ClientAddress client) {
		return this.verify.verify(account, current, client)
			.then(Mono.defer(() -> this.hashes.inTurn(this.hashes.hash(next))))
			.flatMap((hash) -> this.transactions.inOne(this.accounts.changePassword(account.id(), hash)
				.then(this.endSessions.othersAfterPasswordChange(account.id(), session))
				.then(this.reportChange.report(account, SecurityChange.PASSWORD_CHANGED, null))));
	}

}
