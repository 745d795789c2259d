package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** What an act, such as a page that is shown, takes of the processors, by program. */
final class ProcessorCosts {

	private static final double NANOS_A_MILLI = 1e6;

	private final Suite suite;

	private final List<String> programs;

	private final Map<String, Cost> costs = new LinkedHashMap<>();

	/**
	 * Of no act yet.
	 * @param programs whose time is counted
	 */
	ProcessorCosts(Suite suite, String... programs) {
		this.suite = suite;
		this.programs = List.of(programs);
	}

	/**
	 * Adds what a run takes to what earlier ones of the act took.
	 * @param <T> what the run gives
	 * @param done how often the act was done in it
	 */
	<T> T count(String act, Run<T> run, ToLongFunction<T> done) throws IOException, InterruptedException {
		List<Duration> before = now();
		T result = run.measured();
		List<Duration> after = now();
		List<Duration> taken = pairs(after, before, Duration::minus);
		this.costs.merge(act, new Cost(taken, done.applyAsLong(result)), Cost::plus);
		return result;
	}

	/**
	 * One row an act.
	 * @param heading of the column of acts
	 */
	Table table(String heading) {
		List<String> headings = new ArrayList<>();
		headings.add(heading);
		headings.addAll(this.programs);
		headings.add("together");
		Table table = new Table(headings.toArray(String[]::new));
		this.costs.forEach((act, cost) -> table.row(cost.row(act)));
		return table;
	}

	private List<Duration> now() {
		return this.programs.stream().map(this.suite::processorTime).toList();
	}

	private static List<Duration> pairs(List<Duration> left, List<Duration> right, BinaryOperator<Duration> each) {
		return IntStream.range(0, left.size())
			.mapToObj((program) -> each.apply(left.get(program), right.get(program)))
			.toList();
	}

	/** What is measured. */
	@FunctionalInterface
	interface Run<T> {

		T measured() throws IOException, InterruptedException;

	}

	private record Cost(List<Duration> taken, long done) {

		Cost plus(Cost other) {
			return new Cost(pairs(this.taken, other.taken, Duration::plus), this.done + other.done);
		}

		Object[] row(String act) {
			List<Object> row = new ArrayList<>();
			row.add(act);
			this.taken.forEach((time) -> row.add(millis(time)));
			row.add(millis(this.taken.stream().reduce(Duration.ZERO, Duration::plus)));
			return row.toArray();
		}

		private double millis(Duration time) {
			return time.toNanos() / NANOS_A_MILLI / Math.max(1, this.done);
		}

	}

}
