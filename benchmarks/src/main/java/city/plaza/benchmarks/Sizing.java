package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.FinanceUpload;
import city.plaza.benchmarks.suite.Households;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * What each act takes of the processors, for the sizing guide: an operator multiplies by
 * how often it happens. Processor time hardly depends on what else the machine does, as
 * rates do.
 */
final class Sizing implements Benchmark {

	private static final String[] PROGRAMS = { "gateway", "portal", "identity-service", "account-link-service",
			"billing-service", "notification-service", "kafka", "postgres" };

	private static final int VISITORS = 20;

	/** A resident may start 20 payments an hour. */
	private static final int RESIDENTS = 200;

	private static final Duration RUN = Pace.of(Duration.ofSeconds(12));

	private static final int BILLS = Pace.of(100_000, 10_000);

	private static final Duration IDLE = Pace.of(Duration.ofSeconds(20));

	@Override
	public String question() {
		return "What does each act take of the processors, by program? For the sizing guide.";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Households.create(suite, VISITORS);
		Residents residents = Residents.create(suite, RESIDENTS);
		ProcessorCosts costs = new ProcessorCosts(suite, PROGRAMS);
		Table served = new Table("%d at once".formatted(VISITORS), "a second", "p50 ms", "p99 ms", "statuses");
		idle(costs);
		for (Map.Entry<String, IntFunction<List<Request>>> act : acts(suite, residents).entrySet()) {
			// Tokens live five minutes, and all acts take longer.
			residents.signIn();
			Result result = measure(suite, act.getKey(), act.getValue(), costs);
			served.row(act.getKey(), result.rate(), result.servedMillis(50), result.servedMillis(99),
					result.described());
		}
		imported(suite, costs);
		report.show(served);
		report.show(costs.table("ms of a processor for one"));
	}

	/**
	 * Pages and lists by the gateway; what has limits by address at the service itself.
	 */
	private static Map<String, IntFunction<List<Request>>> acts(Suite suite, Residents residents) {
		Map<String, IntFunction<List<Request>>> acts = new LinkedHashMap<>();
		for (Page page : Page.values()) {
			acts.put("page: " + page.title(), (visitor) -> List.of(page.of(suite, visitor)));
		}
		acts.put("API: a customer's bills",
				(visitor) -> List
					.of(Request.get(suite.gateway("/api/v1/customers/" + Residents.customer(visitor + 1) + "/bills"),
							residents.authorization(visitor + 1))));
		acts.put("API: a payment started, at the service", (visitor) -> List.of(payment(suite, residents)));
		acts.put("API: a sign-in, at the service", (visitor) -> List.of(signIn(suite)));
		return acts;
	}

	private static Result measure(Suite suite, String act, IntFunction<List<Request>> requests, ProcessorCosts costs)
			throws IOException, InterruptedException {
		try (Clients clients = new Clients(VISITORS, VISITORS)) {
			Turns.Run run = (duration) -> {
				// Nothing of a round before stands against a payment.
				suite.databases().run("billing", "truncate payment, sandbox_checkout cascade");
				return Sample.of(clients.run(duration, requests));
			};
			new Turns().with(act, run).warmUp();
			suite.databases().run("billing", "truncate payment, sandbox_checkout cascade");
			Progress.note(act);
			return costs.count(act, () -> clients.run(RUN, requests), Result::total);
		}
	}

	private static Request payment(Suite suite, Residents residents) {
		return Request.post(suite.service("billing-service", "/api/v1/payments"),
				(n) -> "{\"allocations\":[{\"billNumber\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"USD\"}}]}"
					.formatted(Residents.bill(resident(n), (n - 1) / RESIDENTS % Residents.BILLS), Residents.UNPAID))
			.with((n) -> {
				Map<String, String> headers = new HashMap<>(residents.authorization(resident(n)));
				headers.put("Idempotency-Key", "sizing-" + n);
				return headers;
			});
	}

	/** Each from an address of its own, as the gateway would report it. */
	private static Request signIn(Suite suite) {
		return Request
			.post(suite.service("identity-service", "/api/v1/sessions"),
					(n) -> "{\"email\":\"payer-%d@fairhaven.example\",\"password\":\"%s\"}".formatted(resident(n),
							suite.residentPassword()))
			.with((n) -> Map.of("X-Forwarded-For", "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255)));
	}

	private static int resident(int n) {
		return 1 + (n - 1) % RESIDENTS;
	}

	private static void imported(Suite suite, ProcessorCosts costs) throws IOException, InterruptedException {
		Progress.note("an import");
		suite.databases().run("billing", new BillFile(0, 0).insertCustomers());
		byte[] csv = new BillFile(1, BILLS).csv();
		costs.count("an imported bill", () -> FinanceUpload.to(suite).send("bills", csv),
				(rows) -> rows.getOrDefault("accepted", 0L));
	}

	/** What it takes to be there, once the start is over. */
	private static void idle(ProcessorCosts costs) throws IOException, InterruptedException {
		Progress.note("nothing");
		TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
		costs.count("a second without a request", () -> {
			TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
			return IDLE.toSeconds();
		}, Long::longValue);
	}

}
