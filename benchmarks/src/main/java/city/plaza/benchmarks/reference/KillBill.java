package city.plaza.benchmarks.reference;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Workers;
import city.plaza.benchmarks.suite.Beside;
import city.plaza.benchmarks.suite.Suite;

/**
 * A Kill Bill on the PostgreSQL of the suite, with one tenant. Its payments go by its own
 * plugin for money that comes another way, which does nothing itself.
 */
public final class KillBill implements AutoCloseable {

	static final String DATABASE = "killbill";

	/** Where the profile {@code killbill} of the benchmarks puts it. */
	private static final Path UNPACKED = Path.of("benchmarks", "target", "killbill");

	private static final String WAR = "war";

	private static final String JETTY = "jetty-runner.jar";

	/** As many as pay at billing-service: those at once pay for another each. */
	private static final int ACCOUNTS = 200;

	private final Beside server;

	private final KillBillApi api;

	private final List<Payer> payers;

	private final KillBillInvoices invoices;

	private final AtomicInteger paid = new AtomicInteger();

	private KillBill(Beside server, KillBillApi api, List<Payer> payers, KillBillInvoices invoices) {
		this.server = server;
		this.api = api;
		this.payers = payers;
		this.invoices = invoices;
	}

	/** Where it is unpacked; empty where it is not. */
	public static Optional<Path> installed() {
		return installed(UNPACKED);
	}

	static Optional<Path> installed(Path home) {
		return Optional.of(home)
			.filter((each) -> Files.isDirectory(each.resolve(WAR)) && Files.isRegularFile(each.resolve(JETTY)));
	}

	/**
	 * Starts one with a database of its own, which an earlier run's is replaced by.
	 * @param home where it is unpacked
	 */
	public static KillBill start(Suite suite, Path home) throws IOException, InterruptedException {
		suite.databases().superuserRuns("drop database if exists killbill", "create database killbill");
		Path war = home.resolve(WAR);
		createTables(suite, war);
		String address = "http://127.0.0.1:" + Beside.freePort();
		Beside server = start(suite, home.resolve(JETTY), war, address);
		KillBillApi api = new KillBillApi(address);
		try {
			api.createTenant();
			List<Payer> payers = createPayers(api);
			return new KillBill(server, api, payers,
					new KillBillInvoices(suite.databases(), payers.stream().map(Payer::invoice).toList()));
		}
		catch (IOException | InterruptedException | RuntimeException ex) {
			api.close();
			server.close();
			throw ex;
		}
	}

	private static Beside start(Suite suite, Path jetty, Path war, String address)
			throws IOException, InterruptedException {
		Path directory = Files.createTempDirectory("plaza-killbill");
		Path properties = KillBillSettings.write(directory, suite.port("postgres"),
				suite.databases().password("postgres"));
		try {
			return Beside.start(KillBillSettings.command(directory, jetty, war, URI.create(address).getPort()),
					Map.of(), address + "/1.0/healthcheck");
		}
		finally {
			// Read by now, and the password stands there.
			Files.delete(properties);
		}
	}

	private static void createTables(Suite suite, Path war) throws IOException {
		try (Connection database = suite.databases().superuser(DATABASE);
				Statement statement = database.createStatement()) {
			for (String script : KillBillSchema.scripts(war.resolve("WEB-INF/lib"))) {
				statement.execute(script);
			}
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	private static List<Payer> createPayers(KillBillApi api) throws IOException, InterruptedException {
		Callable<Payer> create = () -> {
			String account = api.createAccount();
			api.payOnlyWhenAsked(account);
			return new Payer(account, api.createInvoice(account));
		};
		try (ExecutorService some = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			List<Future<Payer>> payers = some.invokeAll(Collections.nCopies(ACCOUNTS, create));
			for (Future<Payer> payer : payers) {
				payer.get();
			}
			return payers.stream().map(Future::resultNow).toList();
		}
		catch (ExecutionException ex) {
			throw new IOException(ex);
		}
	}

	/** Payments of invoices that were there before. */
	public Sample payments(int count, Duration duration) throws IOException, InterruptedException {
		this.invoices.prepare(this.paid.get());
		return Sample.of(Workers.run(count, duration, (number) -> {
			int n = this.paid.incrementAndGet();
			return this.api.pay(this.payers.get((n - 1) % ACCOUNTS).account(), KillBillInvoices.id(n, ACCOUNTS));
		}));
	}

	/** An account, an invoice of it and its payment, one after the other. */
	public Sample accountsWithPayment(int count, Duration duration) throws InterruptedException {
		return Sample.of(Workers.run(count, duration, (number) -> {
			String account = this.api.createAccount();
			return this.api.pay(account, this.api.createInvoice(account));
		}));
	}

	@Override
	public void close() {
		this.api.close();
		this.server.close();
	}

	/**
	 * An account.
	 *
	 * @param invoice its first
	 */
	private record Payer(String account, String invoice) {
	}

}
