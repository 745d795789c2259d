package city.plaza.identity.session;

import java.time.Clock;

import city.plaza.identity.account.AccountId;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Ends sessions before their time; identity-service refuses their tokens at once. */
@Component
public class EndSessions {

	private final Sessions sessions;

	private final Clock clock;

	EndSessions(Sessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	Mono<Void> signOut(SessionId session) {
		return Mono.defer(() -> this.sessions.end(session, Session.EndReason.SIGNED_OUT, this.clock.instant()));
	}

	/**
	 * Ends all sessions of an account whose password changed.
	 * @param account whose
	 * @return completes when none goes on
	 */
	public Mono<Void> passwordChanged(AccountId account) {
		return Mono
			.defer(() -> this.sessions.endAllOf(account, Session.EndReason.PASSWORD_CHANGED, this.clock.instant()));
	}

}
