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
		return Math.max(1, this.inFlight.now() * this.share / WHOLE);
	}

	int waitingOfOne() {
		return this.waiting * this.share / WHOLE;
	}

}
