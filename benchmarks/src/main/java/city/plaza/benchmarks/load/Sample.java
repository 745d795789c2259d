package city.plaza.benchmarks.load;

import java.util.Map;

/**
 * What one round of one program gave.
 *
 * @param rate served a second
 * @param p50 of the served, in milliseconds; NaN where it is not known
 * @param p99 of the served, in milliseconds; NaN where it is not known
 * @param statuses how often each came
 */
public record Sample(double rate, double p50, double p99, Map<String, Long> statuses) {

	/** Of what has no times, such as a program that reports its rate alone. */
	public static Sample of(double rate, Map<String, Long> statuses) {
		return new Sample(rate, Double.NaN, Double.NaN, statuses);
	}

	/** Of what our own clients counted. */
	public static Sample of(Result result) {
		return new Sample(result.rate(), result.servedMillis(50), result.servedMillis(99), result.statuses());
	}

}
