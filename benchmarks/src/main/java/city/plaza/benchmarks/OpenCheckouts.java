package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Databases;
import city.plaza.benchmarks.suite.Suite;

/**
 * What it takes of the processors that many residents are on the provider's page: the
 * provider is asked about each checkout at 1, 4 and 15 minutes, when it expires.
 */
final class OpenCheckouts implements Benchmark {

	private static final String[] PROGRAMS = { "billing-service", "notification-service", "kafka", "postgres" };

	private static final int CHECKOUTS = Pace.of(60_000, 6_000);

	/** As the service's {@code PLAZA_CHECKOUT_EXPIRY}. */
	private static final int EXPIRY_SECONDS = 900;

	/**
	 * Shorter than the time until a checkout is first asked about: none that is opened
	 * meanwhile would be.
	 */
	private static final Duration RUN = Pace.of(Duration.ofSeconds(50));

	/** Until a start has ended, or rows are in the caches. */
	private static final Duration REST = Pace.of(Duration.ofSeconds(10));

	/** Longer than it takes to write the rows. */
	private static final Duration WRITING = Duration.ofSeconds(30);

	private static final String ALLOCATIONS = """
			insert into payment_allocation (payment_id, line, bill_number, customer_number, amount)
			select payment_id, 1, 'B' || reference, 'C' || reference, amount from payment""";

	private static final String AT_PROVIDER = """
			insert into sandbox_checkout (checkout_id, payment_id, payee, reference, amount, currency, return_address,
			  state, created_at, expires_at)
			select 'C' || reference, payment_id, 'bench', reference, amount, currency, 'http://localhost/', 'open',
			  created_at, expires_at
			from payment""";

	private static final String EXPIRED = "select count(*) from payment where state = 'expired'";

	@Override
	public String question() {
		return "What do %,d open checkouts take of the processors?".formatted(CHECKOUTS);
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		Table done = new Table("in %d s".formatted(RUN.toSeconds()), "asked about", "expired");
		ProcessorCosts costs = new ProcessorCosts(suite, PROGRAMS);
		TimeUnit.NANOSECONDS.sleep(REST.toNanos());
		run(suite.databases(), "no checkout", costs, done);
		open(suite, EXPIRY_SECONDS - (int) RUN.plus(REST).plus(WRITING).toSeconds());
		run(suite.databases(), "%,d, none of which expires".formatted(CHECKOUTS), costs, done);
		open(suite, EXPIRY_SECONDS);
		run(suite.databases(), "%,d, the oldest of which expire".formatted(CHECKOUTS), costs, done);
		PaymentStarts.empty(suite);
		report.add("Opened one after the other in the last quarter of an hour. A processor is 1,000 ms of a second.");
		report.show(done);
		report.show(costs.table("ms of a processor a second"));
		report.add(NotMeasured.SERVICE_DOWN);
	}

	/** The oldest was opened so many seconds ago. */
	private static void open(Suite suite, int oldest) throws IOException, InterruptedException {
		Progress.note("opening checkouts");
		PaymentStarts.empty(suite);
		for (String sql : List.of(payments(oldest), ALLOCATIONS, AT_PROVIDER, "analyze payment",
				"analyze payment_allocation", "analyze sandbox_checkout")) {
			suite.databases().run("billing", sql);
		}
		TimeUnit.NANOSECONDS.sleep(REST.toNanos());
	}

	private static void run(Databases databases, String what, ProcessorCosts costs, Table done)
			throws IOException, InterruptedException {
		Progress.note(what);
		String begin = databases.value("billing", "select pg_current_xact_id()::text::bigint % 4294967296");
		long expired = Long.parseLong(databases.value("billing", EXPIRED));
		costs.count(what, () -> {
			TimeUnit.NANOSECONDS.sleep(RUN.toNanos());
			return RUN.toSeconds();
		}, Long::longValue);
		done.row(what, databases.value("billing", askedSince(begin)),
				Long.parseLong(databases.value("billing", EXPIRED)) - expired);
	}

	private static String payments(int oldest) {
		return """
				insert into payment (payment_id, reference, resident_id, state, amount, currency, checkout_url,
				  expires_at, created_at, next_check_at)
				select gen_random_uuid(), 'OPEN-' || n, gen_random_uuid(), 'redirected', 25000, 'USD',
				  'http://localhost/' || n, now() + (%1$d - age) * interval '1 second', now() - age * interval '1 second',
				  now() + (case when age < 60 then 60 when age < 240 then 240 else %1$d end - age) * interval '1 second'
				from (select n, n * %2$d.0 / %3$d as age from generate_series(1, %3$d) n) checkouts"""
			.formatted(EXPIRY_SECONDS, oldest, CHECKOUTS);
	}

	/** Written since then: what is asked about gets the time of the next question. */
	private static String askedSince(String transaction) {
		return """
				select count(*) from payment
				where state = 'redirected' and xmin::text::bigint > %s""".formatted(transaction);
	}

}
