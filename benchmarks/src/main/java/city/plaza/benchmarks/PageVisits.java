package city.plaza.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.reference.RecordedPages;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Beside;
import city.plaza.benchmarks.suite.Households;
import city.plaza.benchmarks.suite.Suite;

/**
 * Pages through gateway and portal beside a handler that returns the very same bytes:
 * goal F10. Each visitor has a session and an address of its own and asks for one page
 * after the other, without a pause.
 */
final class PageVisits implements Benchmark {

	private static final int FEW = 20;

	private static final int MANY = 100;

	/** So many may be refused, but politely. */
	private static final int MOST = Pace.of(500, 150);

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofMillis(2500);

	private static final String OURS = "Plaza";

	private static final String REFERENCE = "the same bytes";

	private static final double AT_LEAST = 0.3;

	@Override
	public String question() {
		return "Home, Manage bills and a bill for 20, 100 and 500 visitors at once: how near do they come to a handler that returns the same bytes?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Households.create(suite, MOST);
		Path recorded = Files.createTempDirectory("plaza-pages");
		StringBuilder sizes = new StringBuilder("Bytes of a page, compressed as browsers ask for it:");
		for (Page page : Page.values()) {
			Request request = page.of(suite, 0);
			int bytes = RecordedPages.record(recorded, page.name(), request.address(), request.headers().apply(0));
			sizes.append(" %s %,d;".formatted(page.title(), bytes));
		}
		report.add(sizes.toString());
		String reference = "http://127.0.0.1:" + Beside.freePort();
		try (var _ = Beside.start(suite.jvm("portal")
			.mainClass(RecordedPages.class, "--server.port=" + reference.substring(reference.lastIndexOf(':') + 1),
					"--server.address=127.0.0.1", "--pages=" + recorded,
					"--spring.cloud.gateway.server.webflux.enabled=false"),
				Map.of("MALLOC_ARENA_MAX", "2"), reference + "/" + Page.WELCOME)) {
			measure(suite, reference, report);
		}
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private static void measure(Suite suite, String reference, Report report) throws IOException, InterruptedException {
		inTurn(FEW, Page.all(suite), Page.allRecorded(reference)).warmUp(OURS);
		Table pages = new Table("%d visitors, median of %d rounds".formatted(FEW, ROUNDS), "a second", "spread",
				"reference", "ratio", "p50 ms", "p99 ms", "statuses");
		ProcessorCosts costs = new ProcessorCosts(suite, "gateway", "portal", "billing-service", "account-link-service",
				"identity-service", "postgres");
		for (Page page : Page.values()) {
			Map<String, Rounds> measured = inTurn(FEW, (visitor) -> List.of(page.of(suite, visitor)),
					(visitor) -> List.of(page.recorded(reference, visitor)),
					(run) -> costs.count(page.title(), run, Result::total))
				.measure(ROUNDS, ROUND);
			row(pages, page.title(), measured);
			report.add(Ratios.figure("%s, %d visitors".formatted(page.title(), FEW), OURS, REFERENCE, measured,
					Goal.atLeast(AT_LEAST)));
		}
		report.show(pages);
		report.show(costs.table("ms of a processor for a page"));
		crowds(suite, reference, report);
	}

	private static void crowds(Suite suite, String reference, Report report) throws IOException, InterruptedException {
		Table crowds = new Table("all pages in turn, median of %d rounds".formatted(ROUNDS), "a second", "spread",
				"reference", "ratio", "p50 ms", "p99 ms", "statuses");
		for (int visitors : new int[] { MANY, MOST }) {
			Map<String, Rounds> measured = inTurn(visitors, Page.all(suite), Page.allRecorded(reference))
				.measure(ROUNDS, ROUND);
			row(crowds, visitors + " visitors", measured);
			report.add(Ratios.figure("pages, %d visitors".formatted(visitors), OURS, REFERENCE, measured,
					Goal.atLeast(AT_LEAST)));
			report.add(Figure.of("neither served nor refused politely, %d visitors".formatted(visitors), "requests",
					(double) failed(Objects.requireNonNull(measured.get(OURS))), Goal.atMost(0)));
		}
		report.show(crowds);
	}

	private static Turns inTurn(int visitors, IntFunction<List<Request>> ours, IntFunction<List<Request>> reference) {
		return inTurn(visitors, ours, reference, (run) -> run.measured());
	}

	private static Turns inTurn(int visitors, IntFunction<List<Request>> ours, IntFunction<List<Request>> reference,
			Around around) {
		return new Turns().with(OURS, (duration) -> Sample.of(around.measure(() -> visit(visitors, duration, ours))))
			.with(REFERENCE, (duration) -> Sample.of(visit(visitors, duration, reference)));
	}

	/** Each visitor has one connection, from an address of its own. */
	private static Result visit(int visitors, Duration duration, IntFunction<List<Request>> pages) {
		try (Clients clients = new Clients(visitors, visitors)) {
			return clients.run(duration, pages);
		}
	}

	private static void row(Table table, String name, Map<String, Rounds> measured) {
		Rounds ours = Objects.requireNonNull(measured.get(OURS));
		Rounds reference = Objects.requireNonNull(measured.get(REFERENCE));
		table.row(name, ours.rate(), ours.spread(), reference.rate(), ours.rate() / reference.rate(), ours.p50(),
				ours.p99(), ours.statuses());
	}

	/** What no visitor should get. */
	static long failed(Rounds rounds) {
		return rounds.samples()
			.stream()
			.flatMap((sample) -> sample.statuses().entrySet().stream())
			.filter((status) -> !status.getKey().matches("[23]\\d\\d|429|503"))
			.mapToLong(Map.Entry::getValue)
			.sum();
	}

	/** Measures something else beside a run. */
	@FunctionalInterface
	private interface Around {

		Result measure(ProcessorCosts.Run<Result> run) throws IOException, InterruptedException;

	}

}
