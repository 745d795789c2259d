package city.plaza.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import org.HdrHistogram.Histogram;

/**
 * How a run went.
 *
 * @param clients at once
 * @param lasted how long they ran
 * @param statuses how often each came; {@code 503 bare} is one without Retry-After, a
 * word is the error of a request that got no response
 * @param served times of responses below 400, in microseconds
 * @param refused times of 429 and 503, in microseconds
 */
public record Result(int clients, Duration lasted, Map<String, Long> statuses, Histogram served, Histogram refused) {

	private static final double MILLIS = 1000.0;

	/** Responses below 400 a second: the goodput. */
	public double rate() {
		return this.served.getTotalCount() * 1e9 / Math.max(1, this.lasted.toNanos());
	}

	/** All that was not served, politely or not. */
	public long unserved() {
		return total() - this.served.getTotalCount();
	}

	/** Requests in all. */
	public long total() {
		return this.statuses.values().stream().mapToLong(Long::longValue).sum();
	}

	/** 429 and 503 with the header {@code Retry-After}. */
	public long refusedPolitely() {
		return this.statuses.getOrDefault("429", 0L) + this.statuses.getOrDefault("503", 0L);
	}

	/** What no client should get: neither served nor refused politely. */
	public long failed() {
		return unserved() - refusedPolitely();
	}

	/** A percentile of the served, in milliseconds. */
	public double servedMillis(double percentile) {
		return this.served.getValueAtPercentile(percentile) / MILLIS;
	}

	/** A percentile of the refused, in milliseconds. */
	public double refusedMillis(double percentile) {
		return this.refused.getValueAtPercentile(percentile) / MILLIS;
	}

	/** The statuses in one line. */
	public String described() {
		return this.statuses.entrySet()
			.stream()
			.map((status) -> status.getKey() + ": " + status.getValue())
			.collect(Collectors.joining(", "));
	}

}
