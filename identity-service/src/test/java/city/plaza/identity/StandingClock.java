package city.plaza.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still between two steps of a test, so that every wait is known exactly. */
public final class StandingClock extends Clock {

	private volatile Instant now;

	public StandingClock(String now) {
		this.now = Instant.parse(now);
	}

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Instants are UTC");
	}

}
