package city.plaza.identity.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.legacy.ReclaimRecord;
import city.plaza.identity.profile.PublishContact;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.security.ReportSecurityChange;
import city.plaza.identity.security.SecurityChange;
import city.plaza.identity.session.EndSessions;
import city.plaza.identity.session.SessionId;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.security.Seal;
import reactor.core.publisher.Mono;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Makes a change once the code of the new address is right. The old address is mailed a
 * token that takes the change back: whoever stole the account cannot keep its holder out.
 */
@Component
class ConfirmEmailChange {

	/** How long the old address can take a change back. */
	static final Duration UNDO = Duration.ofDays(14);

	/** Whether the account has the new address. */
	sealed interface Outcome {

		/** It has. */
		record Confirmed() implements Outcome {
		}

		/** Nothing but the count of tries has changed. */
		sealed interface NotConfirmed extends Outcome {

		}

		/**
		 * The code is not accepted.
		 *
		 * @param reason as the code's own package found it
		 */
		record CodeRefused(TryCode.Outcome.Refused reason) implements NotConfirmed {
		}

		/** The account has no such change. */
		record Unknown() implements NotConfirmed {
		}

	}

	private final EmailChanges changes;

	private final TryCode tryCode;

	private final Accounts accounts;

	private final EndSessions endSessions;

	private final PublishContact publishContact;

	private final ReportSecurityChange reportChange;

	private final ReclaimRecord reclaim;

	private final Outbox outbox;

	private final Seal seal;

	private final Transactions transactions;

	private final Clock clock;

	ConfirmEmailChange(EmailChanges changes, TryCode tryCode, Accounts accounts, EndSessions endSessions,
			PublishContact publishContact, ReportSecurityChange reportChange, ReclaimRecord reclaim, Outbox outbox,
			Seal seal, Transactions transactions, Clock clock) {
		this.changes = changes;
		this.tryCode = tryCode;
		this.accounts = accounts;
		this.endSessions = endSessions;
		this.publishContact = publishContact;
		this.reportChange = reportChange;
		this.reclaim = reclaim;
		this.outbox = outbox;
		this.seal = seal;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Tries to make the change.
	 * @param account of the caller
	 * @param session of the caller, which goes on; all others end
	 * @param code as typed
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Outcome> confirm(EmailChangeId id, Account account, SessionId session, Secret code) {
		return this.transactions.inOne(this.changes.of(id, account.id())
			.flatMap((change) -> this.tryCode.attempt(id, code).flatMap((outcome) -> switch (outcome) {
				case TryCode.Outcome.Right right -> make(change, account, session);
				case TryCode.Outcome.Refused refused -> Mono.just(new Outcome.CodeRefused(refused));
			}))
			.defaultIfEmpty(new Outcome.Unknown()))
			// Another account took the address at this very moment.
			.onErrorResume(DuplicateKeyException.class,
					(taken) -> Mono.just(new Outcome.CodeRefused(TryCode.Outcome.Refused.USED)));
	}

	/** Another account may have taken the address since the code was sent. */
	private Mono<Outcome> make(EmailChange change, Account account, SessionId session) {
		return this.accounts.changeEmail(account.id(), change.to())
			.flatMap((changed) -> changed ? follow(change, account, session)
					: Mono.just(new Outcome.CodeRefused(TryCode.Outcome.Refused.USED)));
	}

	private Mono<Outcome> follow(EmailChange change, Account account, SessionId session) {
		Instant now = this.clock.instant();
		Instant until = now.plus(UNDO);
		Secret token = OpaqueTokens.next();
		String context = change.id().toString();
		EmailChangeNotice notice = new EmailChangeNotice(change.id(), account.id(), account.email().value(),
				account.language().tag(), this.seal.close(token.reveal(), context), until, now);
		return this.changes.confirm(change.id(), now, OpaqueTokens.hash(token), until)
			.then(this.endSessions.othersAfterPasswordChange(account.id(), session))
			.then(this.publishContact.ofAccount(account.id()))
			.then(this.outbox.append(notice.event()))
			.then(this.reportChange.report(account, SecurityChange.EMAIL_CHANGED, null, change.to()))
			.then(this.reclaim.by(account, change.to()))
			.thenReturn(new Outcome.Confirmed());
	}

}
