package city.plaza.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Summary;
import city.plaza.benchmarks.suite.Suite;

/**
 * What {@code ./plaza bench} calls: the name of a benchmark and where its report is kept;
 * the running suite's description comes on standard input. With {@code all}, a directory
 * and names it shows the goals of the reports kept there.
 */
public final class Benchmarks {

	private static final int NOT_UNDERSTOOD = 2;

	private static final String SUMMARY = "all";

	private Benchmarks() {
	}

	/** Runs one benchmark, or lists them. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
		Map<String, Benchmark> all = all();
		if (arguments.length > 2 && arguments[0].equals(SUMMARY)) {
			summarise(Path.of(arguments[1]), List.of(arguments).subList(2, arguments.length), out);
			return;
		}
		Benchmark benchmark = (arguments.length == 2) ? all.get(arguments[0]) : null;
		if (benchmark == null) {
			all.forEach((name, each) -> out.println("%-10s %s".formatted(name, each.question())));
			System.exit((arguments.length == 0) ? 0 : NOT_UNDERSTOOD);
			return;
		}
		Suite suite = Suite.described(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
		Report report = new Report(arguments[0], benchmark.question(), out::println);
		benchmark.measure(suite, report);
		out.println("Kept in " + report.keep(Path.of(arguments[1])) + ".");
		System.exit(0);
	}

	/** Shows and keeps the goals of what has been measured. */
	private static void summarise(Path directory, List<String> names, PrintStream out) throws IOException {
		Report report = new Report(SUMMARY, "Which goals are reached?", out::println);
		report.show(Summary.of(directory, names));
		out.println("Kept in " + report.keep(directory) + ".");
	}

	private static Map<String, Benchmark> all() {
		Map<String, Benchmark> all = new LinkedHashMap<>();
		all.put("capacity", new Capacity());
		all.put("overload", new Overload());
		all.put("frozen", new FrozenService());
		all.put("slow", new SlowClients());
		all.put("signins", new SignIns());
		all.put("gateway", new GatewayOverhead());
		all.put("bills", new BillLists());
		all.put("payments", new PaymentStarts());
		all.put("pages", new PageVisits());
		all.put("import", new BillImports());
		all.put("events", new EventDelays());
		all.put("growth", new TableGrowth());
		all.put("landlord", new LandlordLists());
		all.put("checkouts", new OpenCheckouts());
		all.put("start", new SuiteStart());
		all.put("sizing", new Sizing());
		all.put("jvm", new JvmChoices());
		return all;
	}

}
