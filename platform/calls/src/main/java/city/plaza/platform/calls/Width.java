package city.plaza.platform.calls;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.FixedLimit;

/**
 * How many calls a service may have at once. Each that was responded to soon makes room
 * for one more, each slow or failed one takes a tenth off: what a service cannot do in
 * time waits before it, where it costs nothing, and never so long inside of it that it
 * would count as failed. More instances get more calls by themselves.
 */
final class Width {

	private final Limit limit;

	private Width(Limit limit) {
		this.limit = limit;
	}

	/**
	 * A width that never changes.
	 * @param calls at once
	 */
	static Width fixed(int calls) {
		return new Width(FixedLimit.of(calls));
	}

	/**
	 * A width that follows how soon the service responds. It begins with the least: a JVM
	 * that has just started is slow, and shows soon enough that it can do more.
	 * @param least calls at once, however slow
	 * @param most calls at once, however fast
	 * @param slow what takes longer is slow
	 */
	static Width measured(int least, int most, Duration slow) {
		return new Width(AIMDLimit.newBuilder()
			.minLimit(least)
			.initialLimit(least)
			.maxLimit(most)
			.timeout(slow.toNanos(), TimeUnit.NANOSECONDS)
			.backoffRatio(0.9)
			.build());
	}

	int now() {
		return this.limit.getLimit();
	}

	/**
	 * Learns from a call.
	 * @param startedAt by {@link System#nanoTime()}
	 * @param besides calls under way and waiting at its start, itself included
	 * @param isFailed whether the service failed at it
	 */
	void learn(long startedAt, int besides, boolean isFailed) {
		this.limit.onSample(startedAt, System.nanoTime() - startedAt, besides, isFailed);
	}

	/**
	 * Learns from a response that reports an error of the service: it takes room if it
	 * was slow, and never makes any.
	 * @param startedAt by {@link System#nanoTime()}
	 */
	void learnFromError(long startedAt) {
		// With no calls besides, a quick one is not taken for a sign of strength.
		this.limit.onSample(startedAt, System.nanoTime() - startedAt, 0, false);
	}

}
