package city.plaza.benchmarks.load;

import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Sends requests until the rate no longer rises: only then a figure counts. */
public final class WarmUp {

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final int ROUNDS_AT_MOST = 12;

	private static final double STILL_RISING = 1.03;

	private WarmUp() {
	}

	/**
	 * Runs in rounds of five seconds until two in a row gain less than 3 %, for at most a
	 * minute.
	 */
	public static void with(Clients clients, List<Request> requests) {
		untilLevel(() -> clients.run(ROUND, requests).rate());
	}

	/** The same with any rate; how many rounds it took. */
	static int untilLevel(DoubleSupplier round) {
		double best = 0;
		int level = 0;
		int rounds = 0;
		while (rounds < ROUNDS_AT_MOST && level < 2) {
			double rate = round.getAsDouble();
			level = (rate > best * STILL_RISING) ? 0 : level + 1;
			best = Math.max(best, rate);
			rounds++;
		}
		return rounds;
	}

}
