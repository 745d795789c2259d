package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.benchmarks.load.GetLoad;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.pgbench.CapturedRequest;
import city.plaza.benchmarks.pgbench.Pgbench;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.OneRequest;
import city.plaza.benchmarks.suite.Residents;
import city.plaza.benchmarks.suite.Suite;

/**
 * A customer's bills from billing-service itself, the token checked, beside pgbench that
 * runs what the service runs for it: goal F2.
 */
final class BillLists implements Benchmark {

	private static final String OURS = "billing-service";

	private static final int CONNECTIONS = 20;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	/** Until its statements are prepared on all connections. */
	private static final Duration BEFORE_CAPTURE = Duration.ofSeconds(3);

	@Override
	public String question() {
		return "A customer's bills: how near does billing-service come to pgbench running the same statements?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Residents residents = Residents.create(suite, 1);
		String address = suite.service("billing-service", "/api/v1/customers/" + Residents.customer(1) + "/bills");
		GetLoad load = GetLoad.best(CONNECTIONS, report::add);
		Turns.Run ours = (duration) -> {
			residents.signIn();
			return load.run(address, residents.authorization(1), duration);
		};
		ours.run(BEFORE_CAPTURE);
		CapturedRequest request = CapturedRequest.of(suite, () -> {
			OneRequest.get(address, residents.authorization(1));
			return List.of(Residents.customer(1), Residents.id(1));
		});
		report.add("The first 50 of %d bills and the totals of all. For one request billing-service runs %s:"
			.formatted(Residents.BILLS, request.described()));
		report.add(request.listed());
		Turns turns = new Turns().with(OURS, ours);
		Optional<Pgbench> pgbench = Pgbench.installed();
		pgbench.ifPresentOrElse(
				(program) -> turns.withCompiled(Ratios.PGBENCH,
						(duration) -> program.run(suite, "billing", request, CONNECTIONS, duration)),
				() -> report.add(Ratios.NO_PGBENCH));
		Map<String, Rounds> measured = turns.warmUp(OURS).measure(ROUNDS, ROUND);
		report.show(Ratios.table("%d at once, median of %d rounds".formatted(CONNECTIONS, ROUNDS), Ratios.PGBENCH,
				measured));
		report.add(Ratios.figure("bills beside pgbench", OURS, Ratios.PGBENCH, measured, Goal.atLeast(0.5)));
		report.add(NotMeasured.SERVICE_DOWN);
	}

}
