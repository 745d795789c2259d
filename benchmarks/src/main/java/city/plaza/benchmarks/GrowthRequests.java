package city.plaza.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.suite.BillTable;
import city.plaza.benchmarks.suite.FinanceUpload;
import city.plaza.benchmarks.suite.PaymentHistory;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * Requests of residents and of finance staff that are not to become slower while the
 * tables of bills and payments grow.
 */
final class GrowthRequests {

	/** Of the resident, spread over the table; each request is of the next one. */
	static final int CUSTOMERS = 1_000;

	static final String TOGETHER = "all requests in turn";

	/** Each may start 20 payments an hour. */
	private static final int PAYERS = 100;

	/** Of each customer; the others may be paid, so that nothing can be posted. */
	private static final int POSTED_BILLS = Pace.of(8, 2);

	private final Suite suite;

	private final Residents residents;

	private final BillTable bills;

	private final PaymentHistory payments;

	private List<Integer> customers = List.of();

	private int uploads;

	private GrowthRequests(Suite suite, Residents residents) {
		this.suite = suite;
		this.residents = residents;
		this.bills = BillTable.in(suite, Residents.id(1));
		this.payments = PaymentHistory.in(suite);
	}

	/** In a suite without bills and payments. */
	static GrowthRequests in(Suite suite) throws IOException {
		return new GrowthRequests(suite, Residents.create(suite, PAYERS));
	}

	/**
	 * Fills the tables.
	 * @param count of bills, beside those of the residents who pay
	 */
	void growTo(int count) throws IOException {
		this.bills.growTo(count);
		this.payments.growTo(this.bills.customers());
		this.customers = this.bills.letRead(CUSTOMERS);
	}

	/**
	 * All of them, the one after the other in the same run: so they are compiled in a
	 * fraction of the time that each for itself would take.
	 */
	Turns together() {
		return new Turns().with(TOGETHER, (duration) -> {
			this.payments.forgetNewOnes();
			List<Request> mixed = new ArrayList<>();
			List<List<Request>> each = requests().values().stream().toList();
			for (int n = 0; n < CUSTOMERS; n++) {
				int turn = n;
				each.forEach((requests) -> mixed.add(requests.get(turn % requests.size())));
			}
			return FewClients.run(mixed, duration);
		});
	}

	/** Each for itself. */
	Turns turns() throws IOException, InterruptedException {
		Turns turns = new Turns();
		requests().keySet().forEach((name) -> turns.with(name, (duration) -> {
			this.payments.forgetNewOnes();
			return FewClients.run(Objects.requireNonNull(requests().get(name)), duration);
		}));
		return turns.with("finance: %,d postings imported".formatted(CUSTOMERS * POSTED_BILLS),
				(duration) -> postings());
	}

	/** With tokens that are good for a while. */
	private Map<String, List<Request>> requests() throws IOException, InterruptedException {
		Map<String, String> reader = this.residents.freshAuthorization(1);
		Map<String, String> finance = Map.of("Authorization", "Bearer " + this.suite.staffToken());
		Map<String, List<Request>> requests = new LinkedHashMap<>();
		requests.put("a customer's bills",
				ofEach(reader, (customer) -> FewClients.bills(this.suite, BillTable.customer(customer))));
		requests.put("one bill", ofEach(reader, (customer) -> billing("/api/v1/bills/" + bill(customer))));
		requests.put("a bill looked up without an account", List.of(lookUp()));
		requests.put("a payment started", List.of(PaymentStarts.request(this.suite, this.residents)));
		requests.put("finance: payments of a bill",
				ofEach(finance, (customer) -> finance("payments?billNumber=" + PaymentHistory.paidBill(customer))));
		requests.put("finance: payments of a state", List.of(Request.get(finance("payments?state=posted"), finance)));
		requests.put("finance: %,d payments to be posted, as a file".formatted(PaymentHistory.TO_BE_POSTED),
				List.of(Request.get(finance("exports/web-payments"), finance)));
		return requests;
	}

	private List<Request> ofEach(Map<String, String> token, IntFunction<String> address) {
		return this.customers.stream().map((customer) -> Request.get(address.apply(customer), token)).toList();
	}

	private String finance(String path) {
		return billing("/api/v1/finance/" + path);
	}

	/** Each finds its bill, so that no limit is reached. */
	private Request lookUp() {
		return Request.post(billing("/api/v1/bill-lookups"), (n) -> {
			int customer = this.customers.get(n % this.customers.size());
			return "{\"customerNumber\":\"%s\",\"billNumber\":\"%s\"}".formatted(BillTable.customer(customer),
					bill(customer));
		});
	}

	/** Of the same customers; the time is that of the whole import. */
	private Sample postings() throws IOException, InterruptedException {
		this.uploads++;
		byte[] csv = PostingFile.csv(this.uploads, this.customers, POSTED_BILLS);
		FinanceUpload finance = FinanceUpload.to(this.suite);
		long began = System.nanoTime();
		Map<String, Long> rows = finance.send("postings", csv);
		double seconds = (System.nanoTime() - began) / 1e9;
		return new Sample(rows.getOrDefault("accepted", 0L) / seconds, seconds * 1_000, Double.NaN, rows);
	}

	/** One of the customer's, another year's for each. */
	private static String bill(int customer) {
		return BillTable.bill(customer, customer % BillTable.BILLS);
	}

	private String billing(String path) {
		return this.suite.service("billing-service", path);
	}

}
