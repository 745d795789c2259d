package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.pgbench.CapturedRequest;
import city.plaza.benchmarks.pgbench.Pgbench;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.OneRequest;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * Payments started at billing-service itself, 20 at once, each of another resident and
 * bill, beside pgbench that runs what the service runs for one, in the same transactions:
 * goal F3. The sandbox provider's own statements are among them on both sides.
 */
final class PaymentStarts implements Benchmark {

	private static final String OURS = "billing-service";

	private static final int CONNECTIONS = 20;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	/** A resident may start 20 payments an hour. */
	private static final int RESIDENTS = 200;

	/** The last bill of the last resident: no round comes so far. */
	private static final int CAPTURED_BILL = Residents.BILLS - 1;

	private static final String CAPTURED_KEY = "499999999";

	/** What one transaction of pgbench pays, as the n-th request does. */
	private static final String BEGIN = """
			\\set turn :turn + 1
			\\set index :turn * %1$d + :client_id
			\\set resident 1 + :index %% %2$d
			\\set number :index / %2$d
			\\set key 500000000 + :index
			\\set payment 1000000000 + :index
			""".formatted(CONNECTIONS, RESIDENTS);

	@Override
	public String question() {
		return "Payments started, 20 at once: how near does billing-service come to pgbench running the same statements?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Residents residents = Residents.create(suite, RESIDENTS);
		Turns.Run ours = (duration) -> ours(suite, residents, duration);
		ours.run(ROUND);
		CapturedRequest request = capture(suite, residents);
		report.add("For one payment of one bill billing-service runs %s:".formatted(request.described()));
		report.add(request.listed());
		Turns turns = new Turns().with(OURS, ours);
		Optional<Pgbench> pgbench = Pgbench.installed();
		pgbench.ifPresentOrElse((program) -> turns.withCompiled(Ratios.PGBENCH, (duration) -> {
			// Anew each time: checkouts expire by the times of the request.
			CapturedRequest now = capture(suite, residents);
			empty(suite);
			return program.run(suite, "billing", now, CONNECTIONS, duration);
		}), () -> report.add(Ratios.NO_PGBENCH));
		Map<String, Rounds> measured = turns.warmUp(OURS).measure(ROUNDS, ROUND);
		report.show(Ratios.table("%d at once, median of %d rounds".formatted(CONNECTIONS, ROUNDS), Ratios.PGBENCH,
				measured));
		report.add(Ratios.figure("payments beside pgbench", OURS, Ratios.PGBENCH, measured, Goal.atLeast(0.7)));
		new BesideKillBill(suite, residents).measure(report);
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private static Sample ours(Suite suite, Residents residents, Duration duration)
			throws IOException, InterruptedException {
		residents.signIn();
		empty(suite);
		try (Clients clients = new Clients(CONNECTIONS, CONNECTIONS)) {
			return Sample.of(clients.run(duration, List.of(request(suite, residents))));
		}
	}

	/** The n-th starts a payment of the n-th bill: those of all residents in turn. */
	static Request request(Suite suite, Residents residents) {
		return Request.post(suite.service("billing-service", "/api/v1/payments"), (n) -> body(residents, n))
			.with((n) -> headers(residents, n));
	}

	/**
	 * Starts one payment and looks what is run for it.
	 */
	private static CapturedRequest capture(Suite suite, Residents residents) throws IOException, InterruptedException {
		residents.signIn();
		empty(suite);
		Map<String, String> changing = new LinkedHashMap<>();
		changing.put(CAPTURED_KEY, ":key");
		changing.put(Residents.id(RESIDENTS), uuid(":resident"));
		changing.put(Residents.customer(RESIDENTS), ":customer");
		changing.put(Residents.bill(RESIDENTS, CAPTURED_BILL), ":bill");
		return CapturedRequest.of(suite, () -> {
			OneRequest.post(suite.service("billing-service", "/api/v1/payments"),
					headers(residents, RESIDENTS, CAPTURED_KEY), body(RESIDENTS, CAPTURED_BILL));
			changing.put(suite.databases().value("billing", "select payment_id from payment"), uuid(":payment"));
			changing.put(suite.databases().value("billing", "select reference from payment"), ":payment");
			changing.put(suite.databases().value("billing", "select checkout_id from sandbox_checkout"), ":payment");
			return changing.keySet();
		}).changing(BEGIN + Residents.pgbench(), changing);
	}

	/** Nothing of a round before stands against a payment. */
	static void empty(Suite suite) throws IOException {
		suite.databases().run("billing", "truncate payment, sandbox_checkout cascade");
	}

	private static int resident(Residents residents, int n) {
		return 1 + (n - 1) % residents.count();
	}

	/** Of the n-th request: the bills of all residents are paid in turn. */
	static String body(Residents residents, int n) {
		return body(resident(residents, n), (n - 1) / residents.count());
	}

	private static String body(int resident, int number) {
		return "{\"allocations\":[{\"billNumber\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"USD\"}}]}"
			.formatted(Residents.bill(resident, number), Residents.UNPAID);
	}

	static Map<String, String> headers(Residents residents, int n) {
		return headers(residents, resident(residents, n), "key-" + n);
	}

	private static Map<String, String> headers(Residents residents, int resident, String key) {
		Map<String, String> headers = new HashMap<>(residents.authorization(resident));
		headers.put("Idempotency-Key", key);
		return headers;
	}

	private static String uuid(String variable) {
		return "lpad(" + variable + ", 32, '0')::uuid";
	}

}
