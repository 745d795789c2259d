package city.plaza.identity.session;

import java.time.Clock;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Finds a live session. */
@Component
public class FindSession {

	private final Sessions sessions;

	private final Clock clock;

	FindSession(Sessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * Finds a session.
	 * @return nothing where it ended or expired
	 */
	public Mono<Session> alive(SessionId id) {
		return Mono.defer(() -> this.sessions.alive(id, this.clock.instant()));
	}

}
