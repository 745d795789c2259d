package city.plaza.identity.session;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.audit.Audit;
import city.plaza.identity.audit.IdentityAction;
import city.plaza.platform.audit.Actor;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Ends sessions before their time. identity-service refuses their tokens at once, every
 * other service when it reads the event, which is committed with the end.
 */
@Component
public class EndSessions {

	private final Sessions sessions;

	private final RememberedDevices remembered;

	private final Outbox outbox;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	EndSessions(Sessions sessions, RememberedDevices remembered, Outbox outbox, Audit audit, Transactions transactions,
			Clock clock) {
		this.sessions = sessions;
		this.remembered = remembered;
		this.outbox = outbox;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Void> signOut(SessionId session) {
		return end(session, Session.EndReason.SIGNED_OUT);
	}

	Mono<Void> tokenReused(SessionId session) {
		return end(session, Session.EndReason.TOKEN_REUSED);
	}

	/** One that its holder did not open: no device is remembered either. */
	Mono<Void> reported(AccountId account, SessionId session) {
		return this.remembered.forgetAllOf(account).then(signOut(session));
	}

	/**
	 * Ends the session of a code that came a second time.
	 * @return completes when it has ended
	 */
	public Mono<Void> codeReused(SessionId session) {
		return end(session, Session.EndReason.TOKEN_REUSED);
	}

	/**
	 * Ends a session that had opened before its sign-in was refused: nobody has its
	 * secret.
	 * @return completes when it has ended
	 */
	public Mono<Void> unused(SessionId session) {
		return end(session, Session.EndReason.SIGNED_OUT);
	}

	Mono<Void> allSignedOut(AccountId account) {
		return endAllOf(account, Session.EndReason.SIGNED_OUT);
	}

	/**
	 * Ends all sessions of an account whose password changed.
	 * @return completes when all have ended
	 */
	public Mono<Void> passwordChanged(AccountId account) {
		return endAllOf(account, Session.EndReason.PASSWORD_CHANGED);
	}

	/**
	 * Ends all sessions of an account but the one in which its holder changed the
	 * password.
	 * @return completes when all others have ended
	 */
	public Mono<Void> othersAfterPasswordChange(AccountId account, SessionId own) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.transactions.inOne(this.remembered.forgetAllOf(account)
				.then(this.sessions.endOthersOf(account, own, Session.EndReason.PASSWORD_CHANGED, now))
				.flatMap((ended) -> publish(ended, now)
					.then(note(account, ended.size(), Session.EndReason.PASSWORD_CHANGED))));
		});
	}

	/**
	 * Ends all sessions of an account whose roles changed: their tokens name the old
	 * ones.
	 * @return completes when all have ended
	 */
	public Mono<Void> rolesChanged(AccountId account) {
		return endAllOf(account, Session.EndReason.ROLES_CHANGED);
	}

	/**
	 * Ends all sessions of an account that is about to be removed, in the transaction
	 * that removes it.
	 * @return completes when all have ended
	 */
	public Mono<Void> accountRemoved(AccountId account) {
		return endAllOf(account, Session.EndReason.ACCOUNT_REMOVED);
	}

	private Mono<Void> end(SessionId session, Session.EndReason reason) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.transactions.inOne(this.sessions.end(session, reason, now)
				.flatMap((ended) -> publish(List.of(ended.id()), now).then(note(ended, reason))));
		});
	}

	/** No device is remembered either: each asks for the second factor again. */
	private Mono<Void> endAllOf(AccountId account, Session.EndReason reason) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.transactions.inOne(this.remembered.forgetAllOf(account)
				.then(this.sessions.endAllOf(account, reason, now))
				.flatMap((ended) -> publish(ended, now).then(note(account, ended.size(), reason))));
		});
	}

	private Mono<Void> note(Sessions.Ended ended, Session.EndReason reason) {
		Actor actor = (reason == Session.EndReason.SIGNED_OUT) ? Actor.of(ended.account().value(), ended.roles())
				: Actor.system();
		return this.audit.record(Audit.on(ended.account(), IdentityAction.SESSION_ENDED, actor)
			.with("session", ended.id())
			.with("reason", reason.code()));
	}

	/** Whose act it was stands in the entry of that act. */
	private Mono<Void> note(AccountId account, int count, Session.EndReason reason) {
		return (count == 0) ? Mono.empty()
				: this.audit.record(Audit.on(account, IdentityAction.SESSIONS_ENDED, Actor.system())
					.with("sessions", count)
					.with("reason", reason.code()));
	}

	private Mono<Void> publish(List<SessionId> ended, Instant now) {
		return this.outbox.append(ended.stream().map((session) -> SessionEnded.of(session, now)).toList());
	}

}
