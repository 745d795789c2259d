package city.plaza.identity.session;

import java.time.Instant;

import city.plaza.identity.token.AccessTokens;
import city.plaza.platform.events.outbox.NewEvent;

/**
 * A session ended before its time; every service refuses its tokens from now on.
 *
 * @param sessionId the key, and the {@code sid} of its tokens
 * @param tokensUntil from then on its last token has expired
 */
record SessionEnded(SessionId sessionId, Instant endedAt, Instant tokensUntil) {

	static final String TYPE = "SessionEnded";

	static final String TOPIC = "identity.sessions";

	static NewEvent of(SessionId session, Instant now) {
		return new NewEvent(TOPIC, session.toString(), TYPE, new SessionEnded(session, now, AccessTokens.goneAt(now)));
	}

}
