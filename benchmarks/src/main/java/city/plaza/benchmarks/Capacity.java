package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.reference.Nginx;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/** From one client to a thousand. */
final class Capacity implements Benchmark {

	private static final int[] CROWDS = { 1, 10, 50, 200, 500, 1000 };

	private static final Duration RUN = Duration.ofSeconds(12);

	private static final Duration REFERENCE_RUN = Duration.ofSeconds(4);

	/** Of a page and of a list of bills alike, about. */
	private static final int TYPICAL_BYTES = 6000;

	private static final int NGINX_PORT = 28_080;

	@Override
	public String question() {
		return "How many are served, from 1 to 1,000 clients at once, and what do the others get?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		suite.linkSample();
		Optional<Nginx> nginx = Nginx.returning(new byte[TYPICAL_BYTES], NGINX_PORT);
		if (nginx.isEmpty()) {
			report.add("nginx is not installed here: there is no reference.");
		}
		try {
			report.add("## Pages");
			measure(() -> Visits.pages(suite), nginx, report);
			report.add("## API: a customer's bills");
			measure(() -> Visits.api(suite), nginx, report);
		}
		finally {
			nginx.ifPresent(Nginx::close);
		}
	}

	private static void measure(Requests requests, Optional<Nginx> nginx, Report report)
			throws IOException, InterruptedException {
		try (Clients warm = new Clients(50, 50)) {
			WarmUp.with(warm, requests.fresh());
		}
		Table table = new Table("clients", "served/s", "p50 ms", "p99 ms", "refused", "failed", "refused p99 ms",
				"nginx/s", "ratio", "statuses");
		for (int crowd : CROWDS) {
			try (Clients clients = new Clients(crowd, crowd)) {
				double reference = nginx
					.map((server) -> clients.run(REFERENCE_RUN, List.of(Request.get(server.address()))).rate())
					.orElse(Double.NaN);
				Result result = clients.run(RUN, requests.fresh());
				table.row(crowd, result.rate(), result.servedMillis(50), result.servedMillis(99),
						result.refusedPolitely(), result.failed(), result.refusedMillis(99), reference,
						result.rate() / reference, result.described());
			}
		}
		report.show(table);
	}

	/** Tokens live five minutes: each crowd gets new ones. */
	@FunctionalInterface
	private interface Requests {

		List<Request> fresh() throws IOException, InterruptedException;

	}

}
