package city.plaza.identity.email;

import java.time.Clock;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.legacy.ReclaimRecord;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.profile.PublishContact;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Gives an account its address before back, and shuts out whoever changed it: they know
 * the password and may have added ways of their own to sign in. The holder chooses a new
 * password by mail.
 */
@Component
class UndoEmailChange {

	/** Whether the account has its address back. */
	enum Outcome {

		/** It has. */
		UNDONE,
		/** The token is too old, used or made up. */
		UNKNOWN,
		/** Another account has the address now. */
		TAKEN

	}

	private final EmailChanges changes;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final ShutOut shutOut;

	private final PublishContact publishContact;

	private final ReportSecurityChange reportChange;

	private final ReclaimRecord reclaim;

	private final Transactions transactions;

	private final Clock clock;

	UndoEmailChange(EmailChanges changes, Accounts accounts, PasswordHashes hashes, ShutOut shutOut,
			PublishContact publishContact, ReportSecurityChange reportChange, ReclaimRecord reclaim,
			Transactions transactions, Clock clock) {
		this.changes = changes;
		this.accounts = accounts;
		this.hashes = hashes;
		this.shutOut = shutOut;
		this.publishContact = publishContact;
		this.reportChange = reportChange;
		this.reclaim = reclaim;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Boolean> isPossible(Secret token) {
		return Mono.defer(() -> this.changes.isUndoable(OpaqueTokens.hash(token), this.clock.instant()));
	}

	/** A token that is worth nothing costs no hash. */
	Mono<Outcome> undo(Secret token) {
		return isPossible(token).flatMap((possible) -> possible
				? this.hashes.inTurn(this.hashes.hash(OpaqueTokens.next())).flatMap((hash) -> undo(token, hash))
				: Mono.just(Outcome.UNKNOWN));
	}

	private Mono<Outcome> undo(Secret token, String nobodysPassword) {
		return this.transactions
			.inOne(Mono.defer(() -> this.changes.lockUndoable(OpaqueTokens.hash(token), this.clock.instant()))
				.flatMap((change) -> this.accounts.of(change.account())
					.flatMap((account) -> restore(change, account, nobodysPassword)))
				.defaultIfEmpty(Outcome.UNKNOWN))
			.onErrorResume(DuplicateKeyException.class, (taken) -> Mono.just(Outcome.TAKEN));
	}

	/** Where another account has the address, the token stays good. */
	private Mono<Outcome> restore(EmailChange change, Account account, String nobodysPassword) {
		return this.accounts.changeEmail(account.id(), change.from())
			.flatMap((changed) -> changed ? this.changes.undone(change.id(), this.clock.instant())
				.then(follow(change, account, nobodysPassword)) : Mono.just(Outcome.TAKEN));
	}

	private Mono<Outcome> follow(EmailChange change, Account account, String nobodysPassword) {
		return this.shutOut.everybody(account, nobodysPassword)
			.then(this.publishContact.ofAccount(account.id()))
			.then(this.reportChange.report(account, SecurityChange.EMAIL_RESTORED, null, change.from()))
			.then(this.reclaim.by(account, change.from()))
			.thenReturn(Outcome.UNDONE);
	}

}
