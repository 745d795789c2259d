package city.plaza.benchmarks;

import java.util.Map;

import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Table;

/** A table of ours and one reference. */
final class Ratios {

	static final String PGBENCH = "pgbench";

	static final String NO_PGBENCH = "pgbench is not installed here: there is no reference.";

	private Ratios() {
	}

	/**
	 * Makes the table.
	 * @param heading of the first column
	 * @param reference the name of what has the ratio 1; where it was not measured no
	 * ratio is known
	 */
	static Table table(String heading, String reference, Map<String, Rounds> measured) {
		Table table = new Table(heading, "a second", "spread", "ratio", "p50 ms", "p99 ms", "statuses");
		Rounds one = measured.get(reference);
		measured.forEach((name, rounds) -> table.row(name, rounds.rate(), rounds.spread(),
				(one != null) ? rounds.rate() / one.rate() : "", millis(rounds.p50()), millis(rounds.p99()),
				rounds.statuses()));
		return table;
	}

	/**
	 * The rate of ours as a part of the reference's, which may not have been measured.
	 */
	static Figure figure(String name, String ours, String reference, Map<String, Rounds> measured, Goal goal) {
		return Figure.ratio(name, "/s", rate(measured, ours), rate(measured, reference), goal);
	}

	private static double rate(Map<String, Rounds> measured, String name) {
		Rounds rounds = measured.get(name);
		return (rounds != null) ? rounds.rate() : Double.NaN;
	}

	/** A program that reports no times has empty cells. */
	static Object millis(double millis) {
		return Double.isNaN(millis) ? "" : millis;
	}

}
