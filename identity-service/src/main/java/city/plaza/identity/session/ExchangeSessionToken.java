package city.plaza.identity.session;

import java.time.Clock;
import java.time.Instant;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Swaps a browser's session token for an access token; that counts as use. */
@Component
class ExchangeSessionToken {

	/**
	 * The part of the idle time by which a session may end too soon: 30 seconds of 15
	 * minutes. Within it a further use is not written.
	 */
	private static final int UNNOTED_PART = 30;

	private final Sessions sessions;

	private final Accounts accounts;

	private final SessionLimits limits;

	private final Clock clock;

	ExchangeSessionToken(Sessions sessions, Accounts accounts, SessionSettings settings, Clock clock) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.limits = settings.of(Session.Kind.BROWSER);
		this.clock = clock;
	}

	/** The session and whose it is; nothing where it is over. */
	Mono<OpenedSession> exchange(Secret token) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			Instant idleUntil = now.plus(this.limits.idle());
			Instant unlessAfter = idleUntil.minus(this.limits.idle().dividedBy(UNNOTED_PART));
			return this.sessions.use(OpaqueTokens.hash(token), now, idleUntil, unlessAfter)
				.flatMap((session) -> this.accounts.of(session.account())
					.map((account) -> new OpenedSession(session, account, token)));
		});
	}

}
