package city.plaza.identity.verification;

import java.time.Duration;
import java.time.Instant;

import city.plaza.identity.limit.Window;
import org.jspecify.annotations.Nullable;

/** How often a code may be tried and another one sent. */
final class CodeRules {

	/** Tries of one code. */
	static final int TRIES = 5;

	/** How long codes count. */
	static final Duration WINDOW = Duration.ofHours(24);

	/**
	 * Codes mailed to one mailbox at the request of one network: the requests of others
	 * do not use up what its owner may have.
	 */
	static final Window OF_NETWORK = new Window(5, WINDOW);

	/** Codes mailed to one mailbox in all. */
	static final Window OF_MAILBOX = new Window(20, WINDOW);

	/**
	 * What is left once many networks have used that up: the owner gets one in the end.
	 */
	static final Window LAST_WAY = new Window(1, Duration.ofHours(1));

	/** Between one code of a registration and the next. */
	static final Duration PAUSE = Duration.ofSeconds(60);

	private CodeRules() {
	}

	/**
	 * How long the last code may still be on its way.
	 * @param last when the registration's last code was asked for, if it has one
	 * @return zero where another may be sent
	 */
	static Duration pause(Instant now, @Nullable Instant last) {
		if (last == null || !now.isBefore(last.plus(PAUSE))) {
			return Duration.ZERO;
		}
		return Duration.between(now, last.plus(PAUSE));
	}

}
