package city.plaza.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.Suite;
import city.plaza.local.terminal.Terminal;

/**
 * What {@code ./plaza bench} calls: the name of a benchmark and where its report is kept;
 * the running suite's description comes on standard input.
 */
public final class Benchmarks {

	private static final int NOT_UNDERSTOOD = 2;

	private Benchmarks() {
	}

	/** Runs one benchmark, or lists them. */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Terminal terminal = new Terminal(false);
		Map<String, Benchmark> all = all();
		Benchmark benchmark = (arguments.length == 2) ? all.get(arguments[0]) : null;
		if (benchmark == null) {
			all.forEach((name, each) -> terminal.line("%-10s %s".formatted(name, each.question())));
			System.exit((arguments.length == 0) ? 0 : NOT_UNDERSTOOD);
			return;
		}
		Suite suite = Suite.described(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
		Report report = new Report(arguments[0], benchmark.question(), terminal);
		benchmark.measure(suite, report);
		terminal.line("Kept in " + report.keep(Path.of(arguments[1])) + ".");
		System.exit(0);
	}

	private static Map<String, Benchmark> all() {
		Map<String, Benchmark> all = new LinkedHashMap<>();
		all.put("capacity", new Capacity());
		all.put("overload", new Overload());
		all.put("frozen", new FrozenService());
		all.put("slow", new SlowClients());
		all.put("signins", new SignIns());
		return all;
	}

}
