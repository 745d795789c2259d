package city.plaza.benchmarks.load;

import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/** How long something took, many times. */
public final class Delays {

	private static final double MICROS_A_MILLI = 1_000;

	private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

	private final Histogram micros = new Histogram(LONGEST, 3);

	/** Adds one; what is longer than ten minutes counts as ten. */
	public void add(long micros) {
		this.micros.recordValue(Math.clamp(micros, 0, LONGEST));
	}

	/** How many there are. */
	public long count() {
		return this.micros.getTotalCount();
	}

	/** A percentile, in milliseconds; NaN where there was none. */
	public double millis(double percentile) {
		return (count() > 0) ? this.micros.getValueAtPercentile(percentile) / MICROS_A_MILLI : Double.NaN;
	}

}
