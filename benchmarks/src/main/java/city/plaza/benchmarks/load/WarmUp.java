package city.plaza.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Sends requests until the rate no longer rises: only then a figure counts. */
public final class WarmUp {

	private static final Duration ROUND = Pace.of(Duration.ofSeconds(5));

	private static final int ROUNDS_AT_MOST = Pace.of(12, 4);

	private static final int SLOW_ROUNDS_AT_MOST = Pace.of(minutes() * 12, 8);

	private static final int LEVEL = 2;

	private static final int LEVEL_SLOW = Pace.of(6, 2);

	private static final double STILL_RISING = 1.03;

	private WarmUp() {
	}

	/**
	 * Runs in rounds of five seconds until two in a row gain less than 3 %, for at most a
	 * minute.
	 */
	public static void with(Clients clients, List<Request> requests) throws IOException, InterruptedException {
		untilLevel(() -> clients.run(ROUND, requests).rate());
	}

	/** The same with what is measured in rounds. */
	static void with(Turns.Run run) throws IOException, InterruptedException {
		untilLevel(() -> run.run(ROUND).rate());
	}

	/**
	 * The same until half a minute gains less than 3 %: the compilers of several JVMs
	 * share the processors with what they compile for. For at most five minutes, or as
	 * many as {@code PLAZA_BENCH_WARM_UP} says.
	 */
	static void slowly(Turns.Run run) throws IOException, InterruptedException {
		untilLevel(() -> run.run(ROUND).rate(), LEVEL_SLOW, SLOW_ROUNDS_AT_MOST);
	}

	/** One round: of what has no compiler, and fills its caches at once. */
	static void once(Turns.Run run) throws IOException, InterruptedException {
		run.run(ROUND);
	}

	/** Until any rate is level; how many rounds it took. */
	static int untilLevel(Rate round) throws IOException, InterruptedException {
		return untilLevel(round, LEVEL, ROUNDS_AT_MOST);
	}

	private static int minutes() {
		return Integer.parseInt(System.getenv().getOrDefault("PLAZA_BENCH_WARM_UP", "5"));
	}

	private static int untilLevel(Rate round, int wanted, int most) throws IOException, InterruptedException {
		double best = 0;
		int level = 0;
		int rounds = 0;
		while (rounds < most && level < wanted) {
			double rate = round.next();
			level = (rate > best * STILL_RISING) ? 0 : level + 1;
			best = Math.max(best, rate);
			rounds++;
		}
		return rounds;
	}

	/** Measures once more. */
	@FunctionalInterface
	interface Rate {

		double next() throws IOException, InterruptedException;

	}

}
