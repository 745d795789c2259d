package city.plaza.benchmarks.report;

import java.util.Locale;

/**
 * What a figure is to come to.
 *
 * @param isLeast whether more is better
 * @param isOfRatio whether the ratio to a reference is meant
 */
public record Goal(double bound, boolean isLeast, boolean isOfRatio) {

	/** More is better. */
	public static Goal atLeast(double bound) {
		return new Goal(bound, true, false);
	}

	/** Less is better. */
	public static Goal atMost(double bound) {
		return new Goal(bound, false, false);
	}

	Goal ofRatio() {
		return new Goal(this.bound, this.isLeast, true);
	}

	boolean isReached(double figure) {
		return this.isLeast ? figure >= this.bound : figure <= this.bound;
	}

	@Override
	public String toString() {
		String number = (this.bound == Math.rint(this.bound)) ? String.format(Locale.ROOT, "%,.0f", this.bound)
				: Double.toString(this.bound);
		return (this.isOfRatio ? "ratio " : "") + (this.isLeast ? ">= " : "<= ") + number;
	}

}
