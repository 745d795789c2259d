package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
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

	/** Few: times are compared, and with many they are those of a queue. */
	private static final int CONNECTIONS = 4;

	/** Spread over the table; each request is of the next one. */
	private static final int CUSTOMERS = 1_000;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final double SLOWER_AT_MOST = 1.2;

	private static final String LISTS = "a customer's bills";

	private static final String ONE = "one bill";

	private static final String LOOKUP = "a bill looked up without an account";

	private static final String HOUSEHOLD = "first 50 of %,d bills".formatted(BillTable.HOUSEHOLD_BILLS);

	private static final String LANDLORD = "first 50 of %,d bills".formatted(BillTable.LANDLORD_BILLS);

	/** What a landlord asks for beside the first page, by what it is called here. */
	private static final Map<String, String> ASKED = new TreeMap<>(
			Map.of("their unpaid ones, the most first", "?state=unpaid&sort=-total-unpaid", "their last page",
					"?page=" + BillTable.LANDLORD_BILLS / 50, "their first 50 as of 2021-06-15", "?asOf=2021-06-15"));

	@Override
	public String question() {
		return "From ten thousand bills to a million and more: do a customer's bills, one bill and a lookup become slower?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Residents residents = Residents.create(suite, 1);
		BillTable bills = BillTable.in(suite, Residents.id(1));
		bills.growTo(SMALL);
		List<Integer> customers = bills.letRead(CUSTOMERS);
		// Longer than for the large table: what comes second would be warmer otherwise.
		requests(suite, residents, customers).warmUp();
		Map<String, Rounds> small = measured(requests(suite, residents, customers));
		long began = System.nanoTime();
		bills.growTo(LARGE);
		report.add(
				"%,d bills of %,d customers were written in %,d s. Requests are of %,d customers in turn, at billing-service itself, %d at once."
					.formatted(LARGE, LARGE / BillTable.BILLS, (System.nanoTime() - began) / 1_000_000_000, CUSTOMERS,
							CONNECTIONS));
		Map<String, Rounds> large = measured(requests(suite, residents, bills.letRead(CUSTOMERS)));
		report.show(table(small, large));
		for (String request : small.keySet()) {
			report.add(Figure.ratio("%,d bills: %s, p50".formatted(LARGE, request), "ms",
					Objects.requireNonNull(large.get(request)).p50(), Objects.requireNonNull(small.get(request)).p50(),
					Goal.atMost(SLOWER_AT_MOST)));
		}
		bills.addLandlord();
		report.show(Ratios.table("%d at once, median of %d rounds".formatted(CONNECTIONS, ROUNDS), HOUSEHOLD,
				lists(suite, residents).warmUp().measure(ROUNDS, ROUND)));
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private static Turns lists(Suite suite, Residents residents) {
		Turns turns = new Turns()
			.with(HOUSEHOLD, (duration) -> list(suite, residents, BillTable.HOUSEHOLD, "", duration))
			.with(LANDLORD, (duration) -> list(suite, residents, BillTable.LANDLORD, "", duration));
		ASKED.forEach((name, query) -> turns.with(name,
				(duration) -> list(suite, residents, BillTable.LANDLORD, query, duration)));
		return turns;
	}

	private static Map<String, Rounds> measured(Turns requests) throws IOException, InterruptedException {
		return requests.warmUp().measure(ROUNDS, ROUND);
	}

	private static Turns requests(Suite suite, Residents residents, List<Integer> customers) {
		return new Turns().with(LISTS, (duration) -> {
			Map<String, String> token = token(residents);
			return run(customers.stream()
				.map((customer) -> Request.get(listOf(suite, BillTable.customer(customer)), token))
				.toList(), duration);
		}).with(ONE, (duration) -> {
			Map<String, String> token = token(residents);
			return run(customers.stream()
				.map((customer) -> Request.get(suite.service("billing-service", "/api/v1/bills/" + bill(customer)),
						token))
				.toList(), duration);
		}).with(LOOKUP, (duration) -> run(List.of(lookUp(suite, customers)), duration));
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

	private static String listOf(Suite suite, String customer) {
		return suite.service("billing-service", "/api/v1/customers/" + customer + "/bills");
	}

	private static Sample list(Suite suite, Residents residents, String customer, String query, Duration duration)
			throws IOException, InterruptedException {
		return run(List.of(Request.get(listOf(suite, customer) + query, token(residents))), duration);
	}

	private static Map<String, String> token(Residents residents) throws IOException, InterruptedException {
		residents.signIn();
		return residents.authorization(1);
	}

	private static Sample run(List<Request> requests, Duration duration) {
		try (Clients clients = new Clients(CONNECTIONS, CONNECTIONS)) {
			return Sample.of(clients.run(duration, requests));
		}
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
