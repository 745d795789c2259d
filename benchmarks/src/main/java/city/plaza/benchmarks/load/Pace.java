package city.plaza.benchmarks.load;

import java.time.Duration;

/**
 * How long the benchmarks take. {@code PLAZA_BENCH_SHORT=true} shortens all of them: for
 * a look whether everything runs, not for figures to keep.
 */
public final class Pace {

	private static final boolean IS_SHORT = "true".equals(System.getenv("PLAZA_BENCH_SHORT"));

	private static final int SHORTER = 5;

	private Pace() {
	}

	/** Of a round that takes this long in full. */
	public static Duration of(Duration full) {
		return of(full, IS_SHORT);
	}

	/** One of two numbers. */
	public static int of(int full, int few) {
		return IS_SHORT ? few : full;
	}

	static Duration of(Duration full, boolean isShort) {
		return isShort ? full.dividedBy(SHORTER) : full;
	}

}
