package city.plaza.platform.calls;

import java.time.Duration;

/**
 * How many calls of a service there is room for.
 *
 * @param inFlight at once
 * @param waiting behind them
 * @param maxWait longest wait
 * @param share percentage of both for one client
 */
record Room(Width inFlight, int waiting, Duration maxWait, int share) {

	private static final int WHOLE = 100;

	int inFlightOfOne() {
		return shareOf(this.inFlight.now());
	}

	int waitingOfOne() {
		return (this.waiting > 0) ? shareOf(this.waiting) : 0;
	}

	/** One at least, or a small room would be nobody's. */
	private int shareOf(int all) {
		return (int) Math.max(1, (long) all * this.share / WHOLE);
	}

}
