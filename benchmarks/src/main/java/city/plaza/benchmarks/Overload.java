package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** Five times what the suite can serve, for a minute: goal R11. */
final class Overload implements Benchmark {

	private static final int[] CROWDS = { 10, 25, 50, 100, 200 };

	private static final Duration RUN = Duration.ofSeconds(8);

	private static final Duration FLOOD = Duration.ofSeconds(60);

	private static final int TIMES = 5;

	private static final int ADDRESSES = 250;

	private static final int CONNECTIONS = 8;

	@Override
	public String question() {
		return "At five times the capacity for a minute: is 80 % of the peak still served, and are the others refused within 100 ms?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		suite.linkSample();
		double peak = peak(suite);
		report.add("The peak: %.0f served a second.".formatted(peak));
		try (Clients clients = new Clients(ADDRESSES, ADDRESSES, CONNECTIONS)) {
			Result flood = clients.runAt(peak * TIMES, FLOOD, mixed(suite));
			Result after = clients.run(RUN, mixed(suite));
			Table table = new Table("", "offered/s", "served/s", "of the peak", "served p99 ms", "refused",
					"refused p50 ms", "refused p99 ms", "failed", "statuses");
			row(table, "flood", peak, flood);
			row(table, "afterwards", peak, after);
			report.show(table);
		}
	}

	private static void row(Table table, String name, double peak, Result result) {
		double seconds = result.lasted().toMillis() / 1000.0;
		table.row(name, result.total() / seconds, result.rate(), result.rate() / peak, result.servedMillis(99),
				result.refusedPolitely(), result.refusedMillis(50), result.refusedMillis(99), result.failed(),
				result.described());
	}

	private static double peak(Suite suite) throws IOException, InterruptedException {
		try (Clients warm = new Clients(50, 50)) {
			WarmUp.with(warm, mixed(suite));
		}
		double peak = 0;
		for (int crowd : CROWDS) {
			try (Clients clients = new Clients(crowd, crowd)) {
				peak = Math.max(peak, clients.run(RUN, mixed(suite)).rate());
			}
		}
		return peak;
	}

	private static List<Request> mixed(Suite suite) throws IOException, InterruptedException {
		List<Request> mixed = new ArrayList<>(Visits.pages(suite));
		mixed.addAll(Visits.api(suite));
		return mixed;
	}

}
