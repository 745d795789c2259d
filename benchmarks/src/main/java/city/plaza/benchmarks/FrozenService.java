package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** A service that accepts connections but does not respond, for a minute: goal R6. */
final class FrozenService implements Benchmark {

	private static final String SERVICE = "billing-service";

	private static final int CLIENTS = 20;

	private static final Duration BEFORE = Duration.ofSeconds(10);

	private static final Duration FROZEN = Duration.ofSeconds(60);

	/** The service itself is given this long to be well again. */
	private static final Duration THAWING = Duration.ofSeconds(10);

	@Override
	public String question() {
		return "While billing-service is frozen: do the other routes go on, and is its own refusal quick?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		suite.linkSample();
		Map<String, String> token = Map.of("Authorization", "Bearer " + suite.residentToken());
		List<Request> frozen = List.of(Request.get(suite.gateway(suite.bills()), token));
		List<Request> others = List.of(Request.get(suite.gateway("/sign-in")),
				Request.get(suite.gateway("/api/v1/me"), token), Request.get(suite.gateway("/api/v1/notices"), token));
		Table table = new Table("", "routes", "served/s", "p50 ms", "p99 ms", "slowest refusal ms", "refusal p50 ms",
				"statuses");
		try (Clients one = new Clients(CLIENTS, CLIENTS); Clients rest = new Clients(CLIENTS, CLIENTS)) {
			WarmUp.with(rest, others);
			WarmUp.with(one, frozen);
			both(table, "before", BEFORE, one, frozen, rest, others);
			suite.freeze(SERVICE);
			try {
				both(table, "frozen", FROZEN, one, frozen, rest, others);
			}
			finally {
				suite.thaw(SERVICE);
			}
			both(table, "thawing", THAWING, one, frozen, rest, others);
			both(table, "afterwards", BEFORE, one, frozen, rest, others);
		}
		report.show(table);
	}

	private static void both(Table table, String phase, Duration duration, Clients one, List<Request> frozen,
			Clients rest, List<Request> others) {
		CompletableFuture<Result> beside = CompletableFuture.supplyAsync(() -> rest.run(duration, others));
		row(table, phase, "billing", one.run(duration, frozen));
		row(table, phase, "others", beside.join());
	}

	private static void row(Table table, String phase, String routes, Result result) {
		table.row(phase, routes, result.rate(), result.servedMillis(50), result.servedMillis(99),
				result.refusedMillis(100), result.refusedMillis(50), result.described());
	}

}
