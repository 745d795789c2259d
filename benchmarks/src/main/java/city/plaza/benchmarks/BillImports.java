package city.plaza.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.suite.BillTable;
import city.plaza.benchmarks.suite.FinanceUpload;
import city.plaza.benchmarks.suite.Suite;

/**
 * An import of 200,000 bills by the API beside COPY of the same bills into the same
 * tables, whose triggers fill in the balances: goal F6. What keys and triggers take of
 * that shows a second COPY, into tables with the same columns, checks and indexes alone.
 */
final class BillImports implements Benchmark {

	/**
	 * {@code PLAZA_BENCH_BILLS} sets another number, where a machine is too slow for it.
	 */
	private static final int BILLS = Integer
		.parseInt(System.getenv().getOrDefault("PLAZA_BENCH_BILLS", Integer.toString(Pace.of(200_000, 20_000))));

	/** An import for warming up is small: what it runs is the same. */
	private static final int WARM_UP_BILLS = Pace.of(10_000, 2_000);

	private static final int ROUNDS = 3;

	private static final String OURS = "import by the API";

	private static final String COPY = "COPY into the same tables";

	private static final String BARE_COPY = "COPY without foreign keys and triggers";

	private final AtomicInteger round = new AtomicInteger();

	@Override
	public String question() {
		return "An import of bills by the API: how near does it come to COPY of the same bills into the same tables?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		BillTable.empty(suite);
		suite.databases().run("billing", new BillFile(0, BILLS).insertCustomers());
		createTables(suite);
		new Turns().with("import", (duration) -> load(suite, WARM_UP_BILLS)).warmUp();
		Map<String, Rounds> measured = new Turns().with(OURS, (duration) -> load(suite, BILLS))
			.with(COPY, (duration) -> copy(suite, "public", BillFile.IMPORTED))
			.with(BARE_COPY, (duration) -> copy(suite, "reference", BillFile.TABLES))
			.measure(ROUNDS, Duration.ZERO);
		report.show(Ratios.table("%,d bills, median of %d rounds".formatted(BILLS, ROUNDS), COPY, measured));
		report.add(Ratios.figure("import beside COPY", OURS, COPY, measured, Goal.atLeast(0.5)));
		suite.databases().run("billing", "drop schema reference cascade");
		report.add(NotMeasured.SERVICE_DOWN);
	}

	private Sample load(Suite suite, int bills) throws IOException, InterruptedException {
		byte[] csv = new BillFile(this.round.incrementAndGet(), bills).csv();
		FinanceUpload finance = FinanceUpload.to(suite);
		long began = System.nanoTime();
		Map<String, Long> rows = finance.send("bills", csv);
		return Sample.of(perSecond(rows.getOrDefault("accepted", 0L), began), rows);
	}

	/** In one transaction; the server reads the rows from files. */
	private Sample copy(Suite suite, String schema, List<String> tables) throws IOException {
		BillFile file = new BillFile(this.round.incrementAndGet(), BILLS);
		List<String> statements = new ArrayList<>();
		for (String table : tables) {
			Path rows = Files.write(Files.createTempFile("plaza-" + table, ".tsv"), file.rows(table));
			rows.toFile().setReadable(true, false);
			rows.toFile().deleteOnExit();
			statements.add("copy %s.%s from '%s'".formatted(schema, table, rows));
		}
		try (Connection database = suite.databases().superuser("billing");
				Statement statement = database.createStatement()) {
			database.setAutoCommit(false);
			long began = System.nanoTime();
			long copied = 0;
			for (String copy : statements) {
				copied = statement.executeUpdate(copy);
			}
			database.commit();
			return Sample.of(perSecond(copied, began), Map.of("copied", copied));
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	private static void createTables(Suite suite) throws IOException {
		suite.databases().run("billing", "drop schema if exists reference cascade");
		suite.databases().run("billing", "create schema reference");
		for (String table : BillFile.TABLES) {
			suite.databases()
				.run("billing", "create table reference.%1$s (like public.%1$s including all)".formatted(table));
		}
	}

	private static double perSecond(long bills, long began) {
		return bills * 1e9 / (System.nanoTime() - began);
	}

}
