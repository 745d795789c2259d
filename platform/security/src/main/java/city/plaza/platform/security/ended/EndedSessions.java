package city.plaza.platform.security.ended;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sessions whose tokens are refused although they have not expired yet. Each is kept
 * until its last token has expired, so the set stays as small as the sign-outs of some
 * minutes.
 */
public final class EndedSessions {

	/** No token lives longer, whatever an event contains: a wrong one costs no memory. */
	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final Map<UUID, Instant> tokensUntil = new ConcurrentHashMap<>();

	private final Clock clock;

	EndedSessions(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Whether tokens of a session are to be refused.
	 * @param session the {@code sid} of a token
	 * @return true where it ended before its time
	 */
	public boolean contain(UUID session) {
		return this.tokensUntil.containsKey(session);
	}

	void add(UUID session, Instant until) {
		Instant now = this.clock.instant();
		Instant latest = now.plus(LONGEST);
		if (until.isAfter(now)) {
			this.tokensUntil.put(session, until.isBefore(latest) ? until : latest);
		}
	}

	void forgetExpired() {
		Instant now = this.clock.instant();
		this.tokensUntil.values().removeIf((until) -> !until.isAfter(now));
	}

	int size() {
		return this.tokensUntil.size();
	}

}
