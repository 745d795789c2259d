package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Memory;
import city.plaza.benchmarks.suite.PlainServices;
import city.plaza.benchmarks.suite.Suite;

/**
 * The start of the whole suite beside that of its seven services by {@code java -jar},
 * and what it holds in memory then: goal F7. {@code ./plaza bench start} has started the
 * suite as users do and hands over how long that took.
 */
final class SuiteStart implements Benchmark {

	/** Seconds of each start, separated by spaces. */
	private static final String STARTS = "PLAZA_BENCH_STARTS";

	/** What a start has set going has ended by then. */
	private static final Duration REST = Duration.ofSeconds(10);

	/** One shows whether it works; all of them at once take minutes. */
	private static final int PLAIN = Pace.of(PlainServices.ALL, 1);

	private static final double NANOS = 1e9;

	private static final int MEGABYTES_AT_MOST = 2_048;

	@Override
	public String question() {
		return "How long does the whole suite take to start, beside its seven services by java -jar, and how much memory?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		double[] starts = starts(System.getenv().getOrDefault(STARTS, ""));
		TimeUnit.NANOSECONDS.sleep(REST.toNanos());
		Memory memory = suite.memory();
		Duration plain = PlainServices.of(suite).start(PLAIN);
		double ours = median(starts);
		double reference = plain.toNanos() / NANOS;
		report
			.add("""
					The suite: `./plaza up` on data of before, with class caches, by its own clock, the median of %d starts \
					(%s s). The reference: %d `java -jar` of the same services without options, all at once, against \
					PostgreSQL, Kafka and discovery of the suite, which runs beside them, until each is ready; once."""
				.formatted(starts.length,
						DoubleStream.of(starts).mapToObj(Double::toString).collect(Collectors.joining(", ")), PLAIN));
		report.show(new Table("start", "seconds", "ratio")
			.row("the suite with PostgreSQL, Kafka and all", ours, ours / reference)
			.row(PLAIN + " java -jar", reference, 1.0));
		report.show(new Table("memory of the suite, %d s after its start".formatted(REST.toSeconds()), "MB")
			.row("shared pages counted once (PSS)", memory.proportionalMegabytes())
			.row("shared pages counted for each process (RSS)", memory.residentMegabytes()));
		report.add(Figure.of("start of the suite", "s", ours, Goal.atMost(15)));
		report.add(Figure.ratio("start beside %d java -jar".formatted(PLAIN), "s", ours, reference, Goal.atMost(0.17)));
		report.add(Figure.of("memory of the suite (PSS)", "MB", (double) memory.proportionalMegabytes(),
				Goal.atMost(MEGABYTES_AT_MOST)));
	}

	/** Reads them, shortest first. */
	static double[] starts(String text) {
		if (text.isBlank()) {
			throw new IllegalStateException(STARTS + " has to hold how long the suite took to start");
		}
		return Arrays.stream(text.strip().split("\\s+", -1)).mapToDouble(Double::parseDouble).sorted().toArray();
	}

	static double median(double[] sorted) {
		return sorted[sorted.length / 2];
	}

}
