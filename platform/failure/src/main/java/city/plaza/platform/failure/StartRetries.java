package city.plaza.platform.failure;

import java.time.Duration;

import reactor.util.retry.Retry;

/**
 * For work that an instance does once before it is ready. Where everything starts at the
 * same time, a connection can take longer than a request would wait for it; an instance
 * that ended for it would begin again, which is what makes the machine slow.
 */
public final class StartRetries {

	/** With what a try may wait itself, this is most of a minute. */
	private static final int MOST = 9;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private StartRetries() {
	}

	/**
	 * Tries again after an outage, nine times at the most; any other error ends the
	 * start, and so does the last outage.
	 * @return for work that can be repeated as a whole
	 */
	public static Retry afterOutages() {
		return afterOutages(PAUSE);
	}

	static Retry afterOutages(Duration pause) {
		return Retry.fixedDelay(MOST, pause)
			.filter((error) -> Outage.of(error).isPresent())
			.onRetryExhaustedThrow((spec, signal) -> signal.failure());
	}

}
