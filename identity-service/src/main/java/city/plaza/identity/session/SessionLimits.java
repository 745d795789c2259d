package city.plaza.identity.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lives.
 *
 * @param idle without use
 * @param life at most, used or not
 */
record SessionLimits(Duration idle, Duration life) {

	Instant endsAt(Instant startedAt) {
		return startedAt.plus(this.life);
	}

	/** When it expires, unless it is used before. */
	Instant expiresAt(Instant usedAt, Instant endsAt) {
		Instant idleUntil = usedAt.plus(this.idle);
		return idleUntil.isBefore(endsAt) ? idleUntil : endsAt;
	}

}
