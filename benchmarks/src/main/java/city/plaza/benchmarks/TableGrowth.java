package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.BillTable;
import city.plaza.benchmarks.suite.Suite;

/** The same requests on a small table of bills and on a large one: goal F5. */
final class TableGrowth implements Benchmark {

	private static final int SMALL = 10_000;

	/** {@code PLAZA_BENCH_BILLS=10000000} is that of the goal. */
	private static final int LARGE = Integer
		.parseInt(System.getenv().getOrDefault("PLAZA_BENCH_BILLS", Integer.toString(Pace.of(1_000_000, 200_000))));

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(2);

	private static final double SLOWER_AT_MOST = 1.2;

	@Override
	public String question() {
		return "From ten thousand bills to a million and more: do requests become slower?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		BillTable.empty(suite);
		GrowthRequests requests = GrowthRequests.in(suite);
		requests.growTo(SMALL);
		// Longer than for the large table: what comes second would be warmer otherwise.
		requests.together().warmUp(GrowthRequests.TOGETHER);
		Map<String, Rounds> small = requests.turns().measure(ROUNDS, ROUND);
		long began = System.nanoTime();
		requests.growTo(LARGE);
		report.add(
				"%,d bills of %,d customers were written in %,d s. Requests are of %,d customers in turn, at billing-service itself, %d at once."
					.formatted(LARGE, LARGE / BillTable.BILLS, (System.nanoTime() - began) / 1_000_000_000,
							GrowthRequests.CUSTOMERS, FewClients.COUNT));
		requests.together().warmUp();
		Map<String, Rounds> large = requests.turns().measure(ROUNDS, ROUND);
		report.show(table(small, large));
		for (String request : small.keySet()) {
			report.add(Figure.ratio("%,d bills: %s, p50".formatted(LARGE, request), "ms",
					Objects.requireNonNull(large.get(request)).p50(), Objects.requireNonNull(small.get(request)).p50(),
					Goal.atMost(SLOWER_AT_MOST)));
		}
		report.add(NotMeasured.SERVICE_DOWN);
	}

	/** The large table beside the small one, by request. */
	static Table table(Map<String, Rounds> small, Map<String, Rounds> large) {
		Table table = new Table("median of %d rounds".formatted(ROUNDS), "bills", "served/s", "spread", "p50 ms",
				"p99 ms", "p50 large to small", "p99 large to small", "statuses");
		small.forEach((request, before) -> {
			Rounds after = Objects.requireNonNull(large.get(request));
			table.row(request, SMALL, before.rate(), before.spread(), before.p50(), before.p99(), "", "",
					before.statuses());
			table.row(request, LARGE, after.rate(), after.spread(), after.p50(), after.p99(),
					after.p50() / before.p50(), after.p99() / before.p99(), after.statuses());
		});
		return table;
	}

}
