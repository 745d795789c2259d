package city.plaza.identity.reset;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.identity.session.EndSessions;
import city.plaza.identity.session.ForgiveSignIns;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives an account the password that the reader of its mail chose. All its sessions end,
 * and failed sign-ins of the device that asked no longer count: it may sign in at once.
 */
@Component
class CompleteReset {

	/** Whether the account has another password. */
	sealed interface Outcome {

		/** It has. */
		record Completed() implements Outcome {
		}

		/** Nothing but the count of tries has changed. */
		sealed interface NotCompleted extends Outcome {

		}

		/**
		 * The code is not accepted.
		 *
		 * @param reason as the code's own package found it
		 */
		record CodeRefused(TryCode.Outcome.Refused reason) implements NotCompleted {
		}

		/** There is no such request. */
		record Unknown() implements NotCompleted {
		}

	}

	private final Resets resets;

	private final TryCode tryCode;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final EndSessions endSessions;

	private final ForgiveSignIns forgive;

	private final ReportSecurityChange reportChange;

	private final Transactions transactions;

	private final Clock clock;

	CompleteReset(Resets resets, TryCode tryCode, Accounts accounts, PasswordHashes hashes, EndSessions endSessions,
			ForgiveSignIns forgive, ReportSecurityChange reportChange, Transactions transactions, Clock clock) {
		this.resets = resets;
		this.tryCode = tryCode;
		this.accounts = accounts;
		this.hashes = hashes;
		this.endSessions = endSessions;
		this.forgive = forgive;
		this.reportChange = reportChange;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Tries to reset. The password is hashed first: no transaction is open that long, and
	 * it takes the same time whether or not the code is right.
	 * @param code as typed
	 * @param password valid
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Outcome> complete(ResetId id, Secret code, Secret password, ClientAddress client) {
		return this.hashes.inTurn(this.hashes.hash(password)
			.flatMap((hash) -> this.transactions.inOne(this.resets.of(id)
				.flatMap((reset) -> tryCode(reset, code, hash, client))
				.defaultIfEmpty(new Outcome.Unknown()))));
	}

	private Mono<Outcome> tryCode(Reset reset, Secret code, String hash, ClientAddress client) {
		return this.tryCode.attempt(reset.id(), code).flatMap((outcome) -> switch (outcome) {
			case TryCode.Outcome.Right right -> this.accounts.of(reset.email())
				.flatMap((account) -> change(reset, account, hash, client))
				// The account was deleted after the code was sent.
				.defaultIfEmpty(new Outcome.CodeRefused(TryCode.Outcome.Refused.EXPIRED));
			case TryCode.Outcome.Refused refused -> Mono.just(new Outcome.CodeRefused(refused));
		});
	}

	private Mono<Outcome> change(Reset reset, Account account, String hash, ClientAddress client) {
		return this.accounts.changePassword(account.id(), hash)
			.then(this.resets.complete(reset.id(), this.clock.instant()))
			.then(this.endSessions.passwordChanged(account.id()))
			.then(this.forgive.of(account.email(), client))
			.then(this.reportChange.report(account, SecurityChange.PASSWORD_RESET, null))
			.thenReturn(new Outcome.Completed());
	}

}
