package city.plaza.platform.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that tests move on instead of waiting; it never goes back. */
public final class TestClock extends Clock {

	private final Clock base;

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	private TestClock(Clock base) {
		this.base = base;
	}

	/**
	 * A clock that goes on with the system's.
	 * @return at the present moment until it is moved
	 */
	public static TestClock running() {
		return new TestClock(Clock.systemUTC());
	}

	/**
	 * A clock that stands still between two steps of a test, so that every wait is known
	 * exactly.
	 * @param moment such as {@code 2026-03-02T08:00:00Z}
	 * @return at that moment until it is moved
	 */
	public static TestClock standingAt(String moment) {
		return new TestClock(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
	}

	/** Moves it on. */
	public void pass(Duration time) {
		if (time.isNegative()) {
			throw new IllegalArgumentException("Time does not go back");
		}
		this.ahead.updateAndGet(time::plus);
	}

	@Override
	public Instant instant() {
		return this.base.instant().plus(this.ahead.get());
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
