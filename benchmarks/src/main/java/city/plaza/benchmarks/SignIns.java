package city.plaza.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToDoubleFunction;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.reference.PasswordHash;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Suite;

/**
 * Sign-ins beside the password hash alone, and what they cost the other routes: goal F9.
 */
final class SignIns implements Benchmark {

	private static final int ACCOUNTS = 2000;

	private static final Duration RUN = Duration.ofSeconds(15);

	private static final int ROUNDS = 5;

	private static final Duration ROUND = Duration.ofSeconds(8);

	private static final int OTHERS = 10;

	/** Copies of the sample resident: nobody waits for another's try. */
	private static final String COPIES = """
			insert into account
			select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
			  'email', 'bench-' || n || '@fairhaven.example', 'address', 'bench-' || n || '@fairhaven.example'))).*
			from account a, generate_series(1, ?) n where a.address = ?
			on conflict do nothing""";

	@Override
	public String question() {
		return "How near do sign-ins come to the password hash alone, and do a hundred at once slow the rest?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		copyAccounts(suite);
		double hashes = PasswordHash.perSecond(RUN);
		List<Request> signIn = List.of(signIn(suite));
		Map<String, String> token = Map.of("Authorization", "Bearer " + suite.residentToken());
		List<Request> others = List.of(Request.get(suite.service("identity-service", "/api/v1/me"), token));
		Table table = new Table("sign-ins at once", "sign-ins/s", "p50 ms", "p99 ms", "refused", "failed",
				"hashes/s alone", "ratio", "statuses");
		try (Clients warm = new Clients(4, 4)) {
			WarmUp.with(warm, signIn);
		}
		for (int crowd : new int[] { 2, 10, 100 }) {
			try (Clients clients = new Clients(crowd, crowd)) {
				Result result = clients.run(RUN, signIn);
				table.row(crowd, result.rate(), result.servedMillis(50), result.servedMillis(99),
						result.refusedPolitely(), result.failed(), hashes, result.rate() / hashes, result.described());
			}
		}
		report.show(table);
		report.show(besides(signIn, others));
	}

	/**
	 * In turn, round by round, so that all three meet the same machine; of each the
	 * median round counts. The last row is what this machine loses to any two threads
	 * that hash, in a process that gives way to all others.
	 */
	private static Table besides(List<Request> signIn, List<Request> others) throws IOException, InterruptedException {
		List<Result> alone = new ArrayList<>();
		List<Result> besideSignIns = new ArrayList<>();
		List<Result> besideHash = new ArrayList<>();
		try (Clients rest = new Clients(OTHERS, OTHERS); Clients flood = new Clients(100, 100)) {
			WarmUp.with(rest, others);
			double perSecond = rest.run(RUN, others).rate() / 4;
			for (int round = 0; round < ROUNDS; round++) {
				alone.add(rest.runAt(perSecond, ROUND, others));
				CompletableFuture<Result> signIns = CompletableFuture.supplyAsync(() -> flood.run(ROUND, signIn));
				besideSignIns.add(rest.runAt(perSecond, ROUND, others));
				signIns.join();
				Process hashing = PasswordHash.beside(ROUND.multipliedBy(2));
				// Not counted: the process is still starting.
				rest.runAt(perSecond, ROUND.dividedBy(2), others);
				besideHash.add(rest.runAt(perSecond, ROUND, others));
				hashing.waitFor();
			}
		}
		Table table = new Table("GET /me with 10 clients, median of %d rounds".formatted(ROUNDS), "served/s", "p50 ms",
				"p99 ms", "statuses of one round");
		row(table, "at a quarter of its capacity, alone", alone);
		row(table, "the same beside 100 sign-ins at once", besideSignIns);
		row(table, "the same beside the hash alone, in a process of the lowest priority", besideHash);
		return table;
	}

	private static void row(Table table, String name, List<Result> rounds) {
		table.row(name, median(rounds, Result::rate), median(rounds, (result) -> result.servedMillis(50)),
				median(rounds, (result) -> result.servedMillis(99)), rounds.getFirst().described());
	}

	private static double median(List<Result> rounds, ToDoubleFunction<Result> figure) {
		return rounds.stream().mapToDouble(figure).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
	}

	/** Each from an address of its own, as the gateway would report it. */
	private static Request signIn(Suite suite) {
		return Request
			.post(suite.service("identity-service", "/api/v1/sessions"),
					(n) -> "{\"email\":\"bench-%d@fairhaven.example\",\"password\":\"%s\"}".formatted(n % ACCOUNTS + 1,
							suite.residentPassword()))
			.with((n) -> Map.of("X-Forwarded-For", "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255)));
	}

	private static void copyAccounts(Suite suite) throws IOException {
		try (Connection database = suite.databases().connect("identity");
				PreparedStatement copies = database.prepareStatement(COPIES)) {
			copies.setInt(1, ACCOUNTS);
			copies.setString(2, suite.residentEmail());
			copies.executeUpdate();
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

}
