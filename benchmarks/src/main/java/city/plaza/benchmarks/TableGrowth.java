package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.BillTable;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/** The same requests on a small table of bills and on a large one: goal F5. */
final class TableGrowth implements Benchmark {

	private static final int SMALL = 10_000;

	/** {@code PLAZA_BENCH_BILLS=10000000} is that of the goal. */
	private static final int LARGE = Integer
		.parseInt(System.getenv().getOrDefault("PLAZA_BENCH_BILLS", Integer.toString(Pace.of(1_000_000, 200_000))));

	/** Spread over the table; each request is of the next one. */
	private static final int CUSTOMERS = 1_000;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final double SLOWER_AT_MOST = 1.2;

	private static final String LISTS = "a customer's bills";

	private static final String ONE = "one bill";

	private static final String LOOKUP = "a bill looked up without an account";

	@Override
	public String question() {
		return "From ten thousand bills to a million and more: do a customer's bills, one bill and a lookup become slower?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		BillTable.empty(suite);
		Residents residents = Residents.create(suite, 1);
		BillTable bills = BillTable.in(suite, Residents.id(1));
		bills.growTo(SMALL);
		List<Integer> customers = bills.letRead(CUSTOMERS);
		// Longer than for the large table: what comes second would be warmer otherwise.
		Map<String, Rounds> small = requests(suite, residents, customers).warmUp(LISTS).measure(ROUNDS, ROUND);
		long began = System.nanoTime();
		bills.growTo(LARGE);
		report.add(
				"%,d bills of %,d customers were written in %,d s. Requests are of %,d customers in turn, at billing-service itself, %d at once."
					.formatted(LARGE, LARGE / BillTable.BILLS, (System.nanoTime() - began) / 1_000_000_000, CUSTOMERS,
							FewClients.COUNT));
		Map<String, Rounds> large = requests(suite, residents, bills.letRead(CUSTOMERS)).warmUp()
			.measure(ROUNDS, ROUND);
		report.show(table(small, large));
		for (String request : small.keySet()) {
			report.add(Figure.ratio("%,d bills: %s, p50".formatted(LARGE, request), "ms",
					Objects.requireNonNull(large.get(request)).p50(), Objects.requireNonNull(small.get(request)).p50(),
					Goal.atMost(SLOWER_AT_MOST)));
		}
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private static Turns requests(Suite suite, Residents residents, List<Integer> customers) {
		return new Turns().with(LISTS, (duration) -> {
			Map<String, String> token = residents.freshAuthorization(1);
			return FewClients.run(customers.stream()
				.map((customer) -> Request.get(FewClients.bills(suite, BillTable.customer(customer)), token))
				.toList(), duration);
		}).with(ONE, (duration) -> {
			Map<String, String> token = residents.freshAuthorization(1);
			return FewClients.run(customers.stream()
				.map((customer) -> Request.get(suite.service("billing-service", "/api/v1/bills/" + bill(customer)),
						token))
				.toList(), duration);
		}).with(LOOKUP, (duration) -> FewClients.run(List.of(lookUp(suite, customers)), duration));
	}

	/** Each finds its bill, so that no limit is reached. */
	private static Request lookUp(Suite suite, List<Integer> customers) {
		return Request.post(suite.service("billing-service", "/api/v1/bill-lookups"), (n) -> {
			int customer = customers.get(n % customers.size());
			return "{\"customerNumber\":\"%s\",\"billNumber\":\"%s\"}".formatted(BillTable.customer(customer),
					bill(customer));
		});
	}

	/** One of the customer's, another year's for each. */
	private static String bill(int customer) {
		return BillTable.bill(customer, customer % BillTable.BILLS);
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
