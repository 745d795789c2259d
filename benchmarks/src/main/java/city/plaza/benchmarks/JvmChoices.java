package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import city.plaza.benchmarks.load.GetLoad;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.OneMore;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * Collectors, heaps and headers of the JVM, for a list of bills: further instances of
 * billing-service run beside the suite, each with other options, and take turns.
 */
final class JvmChoices implements Benchmark {

	private static final String SERVICE = "billing-service";

	private static final int CONNECTIONS = 20;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final double NANOS_A_MILLI = 1e6;

	private static final String PRESENT = "Serial, 512 MB, half of it young";

	private static final String G1 = "G1";

	/** What containers have, with 512 MB, and what differs from it. */
	private static final Map<String, List<String>> CHOICES = new LinkedHashMap<>();

	/** The question that fewer processors may answer in another way. */
	private static final List<String> FOR_FEW = List.of(PRESENT, G1);

	static {
		CHOICES.put(PRESENT, serial(512, "-XX:NewRatio=1"));
		CHOICES.put("Serial, 512 MB, a third young", serial(512, "-XX:NewRatio=2"));
		CHOICES.put("Serial, 256 MB", serial(256, "-XX:NewRatio=1"));
		CHOICES.put("Serial, compact headers", serial(512, "-XX:NewRatio=1", "-XX:+UseCompactObjectHeaders"));
		CHOICES.put("Parallel", List.of("-XX:+UseParallelGC", "-XX:NewRatio=1", "-Xmx512m", "-Xss512k"));
		CHOICES.put(G1, List.of("-XX:+UseG1GC", "-Xmx512m", "-Xss512k"));
		CHOICES.put("ZGC", List.of("-XX:+UseZGC", "-Xmx512m", "-Xss512k"));
	}

	@Override
	public String question() {
		return "Which collector, heap and headers of the JVM serve a list of bills best?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Residents residents = Residents.create(suite, 1);
		int all = Runtime.getRuntime().availableProcessors();
		for (int processors = 1; processors < all; processors *= 2) {
			measure(suite, residents, processors, FOR_FEW, report);
		}
		measure(suite, residents, all, List.copyOf(CHOICES.keySet()), report);
	}

	private static void measure(Suite suite, Residents residents, int processors, List<String> choices, Report report)
			throws IOException, InterruptedException {
		Map<String, OneMore> instances = new LinkedHashMap<>();
		try {
			for (String choice : choices) {
				Progress.note("starting with " + choice);
				instances.put(choice,
						OneMore.of(suite, SERVICE, processors, Objects.requireNonNull(CHOICES.get(choice))));
			}
			report.show(table(residents, processors, instances, report));
		}
		finally {
			instances.values().forEach(OneMore::close);
		}
	}

	private static Table table(Residents residents, int processors, Map<String, OneMore> instances, Report report)
			throws IOException, InterruptedException {
		GetLoad load = GetLoad.best(CONNECTIONS, report::add);
		Map<String, List<Long>> nanos = new LinkedHashMap<>();
		Turns turns = new Turns();
		instances.forEach((name, instance) -> turns.with(name, (duration) -> {
			residents.signIn();
			Duration before = instance.processorTime();
			Sample sample = load.run(instance.at("/api/v1/customers/" + Residents.customer(1) + "/bills"),
					residents.authorization(1), duration);
			long served = Math.max(1, Math.round(sample.rate() * duration.toNanos() / 1e9));
			nanos.computeIfAbsent(name, (none) -> new ArrayList<>())
				.add(instance.processorTime().minus(before).toNanos() / served);
			return sample;
		}));
		// After a minute some have two thirds of the rate of others that differ in
		// nothing.
		Map<String, Rounds> measured = turns.warmUp(instances.keySet().toArray(String[]::new)).measure(ROUNDS, ROUND);
		Table table = new Table("%d of the machine's processors, %d at once".formatted(processors, CONNECTIONS),
				"a second", "spread", "p50 ms", "p99 ms", "ms of a processor", "MB", "statuses");
		for (Map.Entry<String, Rounds> each : measured.entrySet()) {
			Rounds rounds = each.getValue();
			OneMore instance = Objects.requireNonNull(instances.get(each.getKey()));
			table.row(each.getKey(), rounds.rate(), rounds.spread(), rounds.p50(), rounds.p99(),
					last(Objects.requireNonNull(nanos.get(each.getKey()))) / NANOS_A_MILLI,
					instance.memory().residentMegabytes(), rounds.statuses());
		}
		return table;
	}

	/** Of the last rounds, which are warm, the one in the middle. */
	private static double last(List<Long> ofRounds) {
		List<Long> measured = ofRounds.subList(Math.max(0, ofRounds.size() - ROUNDS), ofRounds.size());
		return measured.stream().sorted().skip(measured.size() / 2).findFirst().orElseThrow();
	}

	private static List<String> serial(int heapMegabytes, String... further) {
		List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx" + heapMegabytes + "m", "-Xss512k"));
		options.addAll(List.of(further));
		return options;
	}

}
