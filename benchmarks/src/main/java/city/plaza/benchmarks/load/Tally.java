package city.plaza.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/** Counts responses while clients run. Thread-safe. */
public final class Tally {

	private static final long LONGEST = TimeUnit.MINUTES.toMicros(5);

	private static final int DIGITS = 3;

	private final Map<String, Long> statuses = new TreeMap<>();

	private final Histogram served = new Histogram(LONGEST, DIGITS);

	private final Histogram refused = new Histogram(LONGEST, DIGITS);

	/**
	 * Counts a response.
	 * @param status of HTTP
	 * @param hasRetryAfter whether it has the header {@code Retry-After}
	 */
	synchronized void response(int status, boolean hasRetryAfter, Duration took) {
		boolean isRefusal = status == 429 || status == 503;
		String name = (isRefusal && !hasRetryAfter) ? status + " bare" : Integer.toString(status);
		this.statuses.merge(name, 1L, Long::sum);
		if (status < 400) {
			record(this.served, took);
		}
		else if (isRefusal) {
			record(this.refused, took);
		}
	}

	/** Counts a response that is none of those expected, whatever its status means. */
	synchronized void unexpected(int status) {
		this.statuses.merge(status + " unexpected", 1L, Long::sum);
	}

	/** Counts a request without a response, by the name of its error. */
	synchronized void failure(Throwable error) {
		this.statuses.merge(error.getClass().getSimpleName(), 1L, Long::sum);
	}

	/**
	 * What was counted.
	 * @param lasted how long the clients ran
	 */
	synchronized Result result(int clients, Duration lasted) {
		return new Result(clients, lasted, new TreeMap<>(this.statuses), this.served.copy(), this.refused.copy());
	}

	private static void record(Histogram histogram, Duration took) {
		histogram.recordValue(Math.min(LONGEST, TimeUnit.NANOSECONDS.toMicros(took.toNanos())));
	}

}
