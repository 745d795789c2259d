package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import city.plaza.benchmarks.load.Delays;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.CustomerChanges;
import city.plaza.benchmarks.suite.EffectTimes;
import city.plaza.benchmarks.suite.OneMore;
import city.plaza.benchmarks.suite.Suite;

/**
 * From the commit of a customer's change in billing-service's database to the commit of
 * its effect in account-link-service's, by outbox and Kafka; and from the request of a
 * verification code to its mail: goal F4.
 */
final class EventDelays implements Benchmark {

	private static final int STEADY = 500;

	private static final int FAST = 5_000;

	/**
	 * Of one transaction at the fast rate: that of the writers is not what is measured.
	 */
	private static final int TOGETHER = 10;

	private static final int ROUNDS = Pace.of(3, 1);

	/** The rate is given, so it does not show when the programs are warm. */
	private static final Duration WARM_UP = Duration.ofSeconds(30);

	/** Of instances beside those that are warm. */
	private static final Duration SECOND_WARM_UP = Duration.ofSeconds(15);

	private static final Duration ROUND = Duration.ofSeconds(15);

	private static final Duration FAST_ROUND = Duration.ofSeconds(10);

	private static final double MICROS = 1e6;

	private static final Duration POLL = Duration.ofMillis(200);

	/** An event that has not come after this long without any other is lost. */
	private static final Duration STANDSTILL = Duration.ofSeconds(20);

	private static final List<String> PROGRAMS = List.of("billing-service", "account-link-service", "postgres",
			"kafka");

	private static final String WHAT = """
			A customer of billing-service changes: one transaction updates the row and writes an event of normal \
			priority into the outbox, past the service; a NOTIFY after the commit wakes the service's relay, as one \
			of another instance does. The time of an event runs from the moment just before this commit to the moment \
			just before the commit of its effect in account-link-service's database (both by PostgreSQL's clock; of \
			the two waits for the disk the first is in it). The rate is kept whether or not the consumer keeps up.""";

	@Override
	public String question() {
		return "From commit to effect: how long does an event take to another service's database, and a code to its mail?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		report.add(WHAT);
		CustomerChanges changes = CustomerChanges.in(suite);
		try (EffectTimes effects = EffectTimes.in(suite, "account_link")) {
			round(changes, effects, STEADY, 1, Pace.of(WARM_UP));
			Map<String, Duration> before = processorTimes(suite);
			long began = System.nanoTime();
			Rounds steady = rounds(changes, effects, STEADY, 1, ROUNDS, ROUND);
			Table processors = processors(before, processorTimes(suite), System.nanoTime() - began);
			Rounds fast = rounds(changes, effects, FAST, TOGETHER, 1, FAST_ROUND);
			Rounds two = twoInstances(suite, changes, effects);
			report.show(table(steady, two, fast));
			report.show(processors);
			report.add(Figure.of("events at 500/s: p50", "ms", steady.p50(), Goal.atMost(5)));
			report.add(Figure.of("events at 500/s: p99", "ms", steady.p99(), Goal.atMost(50)));
			report.add(Figure.of("events lost", "events", (double) (lost(steady) + lost(two) + lost(fast)),
					Goal.atMost(0)));
		}
		CodeMails.measure(suite, report);
		report.add(NotMeasured.SERVICE_DOWN);
	}

	/**
	 * With one more instance of the service that writes and of the one that reads, on the
	 * same processors: they share lanes and partitions.
	 */
	private static Rounds twoInstances(Suite suite, CustomerChanges changes, EffectTimes effects)
			throws IOException, InterruptedException {
		Progress.note("starting a second instance of both services");
		try (OneMore _ = oneMore(suite, "billing-service"); OneMore _ = oneMore(suite, "account-link-service")) {
			round(changes, effects, STEADY, 1, Pace.of(SECOND_WARM_UP));
			return rounds(changes, effects, STEADY, 1, 1, ROUND);
		}
	}

	private static OneMore oneMore(Suite suite, String service) throws IOException, InterruptedException {
		return OneMore.of(suite, service, Runtime.getRuntime().availableProcessors(), suite.jvm(service).options());
	}

	private static Rounds rounds(CustomerChanges changes, EffectTimes effects, int perSecond, int together, int rounds,
			Duration duration) throws IOException, InterruptedException {
		return Objects
			.requireNonNull(new Turns().with("events", (time) -> round(changes, effects, perSecond, together, time))
				.measure(rounds, duration)
				.get("events"));
	}

	/** Ends when all events have had their effect, or no more do. */
	private static Sample round(CustomerChanges changes, EffectTimes effects, int perSecond, int together,
			Duration duration) throws IOException, InterruptedException {
		effects.clear();
		Map<UUID, Long> committed = changes.run(perSecond, together, duration);
		await(effects::count, committed.size());
		// Effects of the round before may have been counted.
		await(() -> applied(committed, effects.read()), committed.size());
		return sample(perSecond * duration.toMillis() / 1_000, committed, effects.read());
	}

	/**
	 * What became of the events.
	 * @param wanted how many were to be written
	 * @param committed the microsecond of each change
	 * @param effects that of each effect; others may be among them
	 */
	static Sample sample(long wanted, Map<UUID, Long> committed, Map<UUID, Long> effects) {
		Delays delays = new Delays();
		long first = committed.values().stream().mapToLong(Long::longValue).min().orElse(0);
		long last = first + 1;
		for (Map.Entry<UUID, Long> change : committed.entrySet()) {
			Long effect = effects.get(change.getKey());
			if (effect != null) {
				delays.add(effect - change.getValue());
				last = Math.max(last, effect);
			}
		}
		return new Sample(delays.count() * MICROS / (last - first), delays.millis(50), delays.millis(99),
				Map.of("not written", Math.max(0, wanted - committed.size()), "applied", delays.count(), "lost",
						committed.size() - delays.count()));
	}

	private static long applied(Map<UUID, Long> committed, Map<UUID, Long> effects) {
		return committed.keySet().stream().filter(effects::containsKey).count();
	}

	private static void await(Count count, long wanted) throws IOException, InterruptedException {
		long last = count.now();
		long moved = System.nanoTime();
		while (last < wanted && System.nanoTime() - moved < STANDSTILL.toNanos()) {
			TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
			long now = count.now();
			moved = (now > last) ? System.nanoTime() : moved;
			last = now;
		}
	}

	private static long lost(Rounds rounds) {
		return rounds.samples().stream().mapToLong((sample) -> sample.statuses().getOrDefault("lost", 0L)).sum();
	}

	private static Table table(Rounds steady, Rounds two, Rounds fast) {
		Table table = new Table("events/s wanted", "rounds", "applied/s", "p50 ms", "p99 ms", "events");
		table.row(STEADY, ROUNDS, steady.rate(), steady.p50(), steady.p99(), steady.statuses());
		table.row(STEADY + ", two instances of both services", 1, two.rate(), two.p50(), two.p99(), two.statuses());
		return table.row(FAST, 1, fast.rate(), fast.p50(), fast.p99(), fast.statuses());
	}

	private static Map<String, Duration> processorTimes(Suite suite) {
		Map<String, Duration> times = new LinkedHashMap<>();
		PROGRAMS.forEach((program) -> times.put(program, suite.processorTime(program)));
		return times;
	}

	/** How many processors each program kept busy. */
	private static Table processors(Map<String, Duration> before, Map<String, Duration> after, long nanos) {
		Table table = new Table("at %d events/s".formatted(STEADY), "processors busy");
		after.forEach((program, time) -> table.row(program,
				(double) time.minus(before.getOrDefault(program, Duration.ZERO)).toNanos() / nanos));
		return table;
	}

	/** How many there are by now. */
	@FunctionalInterface
	private interface Count {

		long now() throws IOException, InterruptedException;

	}

}
