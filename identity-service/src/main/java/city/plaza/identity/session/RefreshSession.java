package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Takes a refresh token and gives a new one. A token is good once: when it comes a second
 * time another party has it too, and the session ends for both (RFC 9700, section
 * 4.14.2). Only for some seconds, and until its successor is used, a repeat gets the same
 * successor: the response to the first was lost.
 */
@Component
public class RefreshSession {

	private static final Logger log = LoggerFactory.getLogger(RefreshSession.class);

	private final Sessions sessions;

	private final RefreshTokens tokens;

	private final Accounts accounts;

	private final EndSessions endSessions;

	private final SessionLimits limits;

	private final Duration repeat;

	private final Transactions transactions;

	private final Clock clock;

	RefreshSession(Sessions sessions, RefreshTokens tokens, Accounts accounts, EndSessions endSessions,
			SessionSettings settings, Transactions transactions, Clock clock) {
		this.sessions = sessions;
		this.tokens = tokens;
		this.accounts = accounts;
		this.endSessions = endSessions;
		this.limits = settings.of(Session.Kind.MOBILE);
		this.repeat = settings.refreshRepeat();
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Refreshes a session.
	 * @return the session with its next token; nothing where it is over
	 */
	public Mono<OpenedSession> refresh(Secret token) {
		// The end of a family must be committed too: a value leaves the transaction, no
		// error.
		Mono<Optional<OpenedSession>> refreshed = this.tokens.find(token)
			.flatMap((found) -> judge(token, found, this.clock.instant()))
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty());
		return this.transactions.inOne(refreshed).flatMap(Mono::justOrEmpty);
	}

	private Mono<OpenedSession> judge(Secret token, RefreshTokens.Found found, Instant now) {
		Session session = found.session();
		if (found.isOver() || !session.expiresAt().isAfter(now)) {
			return Mono.empty();
		}
		if (found.usedAt() == null) {
			return first(token, session, now);
		}
		return (found.salt() != null && now.isBefore(found.usedAt().plus(this.repeat)))
				? repeated(OpaqueTokens.successor(token, found.salt()), session) : reused(session);
	}

	private Mono<OpenedSession> first(Secret token, Session session, Instant now) {
		Secret salt = OpaqueTokens.next();
		Secret next = OpaqueTokens.successor(token, salt);
		return this.tokens.spend(token, salt, now)
			.then(this.tokens.add(next, session.id(), now))
			.then(this.sessions.prolong(session.id(), this.limits.expiresAt(now, session.endsAt())))
			.then(opened(session, next));
	}

	/** The response was lost, unless the successor came already: then it had arrived. */
	private Mono<OpenedSession> repeated(Secret next, Session session) {
		return this.tokens.isUsed(next).flatMap((used) -> used ? reused(session) : opened(session, next));
	}

	private Mono<OpenedSession> reused(Session session) {
		return RequestLog
			.write(() -> log.warn("A refresh token of session {} came a second time: the session ends", session.id()))
			.then(this.endSessions.tokenReused(session.id()))
			.then(Mono.empty());
	}

	private Mono<OpenedSession> opened(Session session, Secret next) {
		return this.accounts.of(session.account()).map((account) -> new OpenedSession(session, account, next));
	}

}
