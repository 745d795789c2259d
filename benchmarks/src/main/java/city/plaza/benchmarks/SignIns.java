package city.plaza.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Progress;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Sample;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.load.WarmUp;
import city.plaza.benchmarks.reference.Keycloak;
import city.plaza.benchmarks.reference.PasswordHash;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.OneRequest;
import city.plaza.benchmarks.suite.Suite;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sign-ins beside the password hash alone, and what they cost the other routes: goal F9.
 */
final class SignIns implements Benchmark {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int ACCOUNTS = 2000;

	/** Of these the first are signed in on a device before, and sign in on it again. */
	private static final int KNOWN = Pace.of(100, 20);

	private static final Duration RUN = Pace.of(Duration.ofSeconds(6));

	private static final int ROUNDS = Pace.of(3, 1);

	private static final Duration ROUND = Pace.of(Duration.ofSeconds(6));

	private static final int OTHERS = 10;

	/** So many at once keep both cores busy and do not wait long. */
	private static final int JUDGED = 10;

	private static final String OURS = "identity-service";

	private static final String HASH = "the hash alone";

	private static final String KEYCLOAK = "Keycloak";

	private static final int TURNS = 3;

	private static final Duration ROUND_BESIDE_HASH = Duration.ofSeconds(5);

	private static final Duration ROUND_BESIDE_KEYCLOAK = Duration.ofSeconds(8);

	private static final String NO_KEYCLOAK = "Keycloak is not unpacked here, so that it is not measured: `mvn -Pkeycloak generate-test-resources -pl identity-service` does it (180 MB).";

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
		List<Request> signIn = List.of(signInOnKnownDevice(suite));
		List<Request> onNewDevice = List.of(signIn(suite, (n) -> body(suite, n % ACCOUNTS, "")));
		double hashes = besideHash(signIn, report);
		report.add("On a device that is known, as most are; on a new one the holder gets a mail.");
		Table table = new Table("sign-ins at once", "device", "sign-ins/s", "p50 ms", "p99 ms", "refused", "failed",
				"ratio", "statuses");
		for (int crowd : new int[] { 2, 100 }) {
			row(table, crowd, "known", signIn, hashes);
		}
		row(table, JUDGED, "new", onNewDevice, hashes);
		report.show(table);
		besideKeycloak(suite, signIn, report);
		// Good for five minutes, which is longer than what follows takes.
		Map<String, String> token = Map.of("Authorization", "Bearer " + suite.residentToken());
		besides(signIn, List.of(Request.get(suite.service("identity-service", "/api/v1/me"), token)), report);
	}

	private static void row(Table table, int crowd, String device, List<Request> signIn, double hashes) {
		try (Clients clients = new Clients(crowd, crowd)) {
			Result result = clients.run(RUN, signIn);
			table.row(crowd, device, result.rate(), result.servedMillis(50), result.servedMillis(99),
					result.refusedPolitely(), result.failed(), result.rate() / hashes, result.described());
		}
	}

	/**
	 * In turn, so that both meet the same machine.
	 * @return hashes a second
	 */
	private static double besideHash(List<Request> signIn, Report report) throws IOException, InterruptedException {
		Map<String, Rounds> measured = new Turns().with(OURS, run(signIn))
			.withCompiled(HASH, PasswordHash::alone)
			.warmUp(OURS)
			.measure(TURNS, ROUND_BESIDE_HASH);
		report.show(Ratios.table("%d sign-ins at once, median of %d rounds".formatted(JUDGED, TURNS), HASH, measured));
		report.add(Ratios.figure("sign-ins beside the hash alone", OURS, HASH, measured, Goal.atLeast(0.9)));
		return Objects.requireNonNull(measured.get(HASH)).rate();
	}

	/**
	 * In turn with a Keycloak that hashes as identity-service does, where there is one.
	 */
	private static void besideKeycloak(Suite suite, List<Request> signIn, Report report)
			throws IOException, InterruptedException {
		Optional<Path> installed = Keycloak.installed();
		if (installed.isEmpty()) {
			report.add(NO_KEYCLOAK);
			return;
		}
		Progress.note("starting Keycloak");
		try (Keycloak keycloak = Keycloak.start(suite, installed.get())) {
			Map<String, Rounds> measured = new Turns().with(OURS, run(signIn))
				.with(KEYCLOAK, run(List.of(keycloak.signIn())))
				.warmUp(KEYCLOAK)
				.measure(TURNS, ROUND_BESIDE_KEYCLOAK);
			report.show(Ratios.table("%d sign-ins at once, median of %d rounds".formatted(JUDGED, TURNS), KEYCLOAK,
					measured));
			report.add(Ratios.figure("sign-ins beside Keycloak", OURS, KEYCLOAK, measured, Goal.atLeast(2)));
		}
	}

	private static Turns.Run run(List<Request> signIn) {
		return (duration) -> {
			try (Clients clients = new Clients(JUDGED, JUDGED)) {
				return Sample.of(clients.run(duration, signIn));
			}
		};
	}

	/**
	 * In turn, round by round, so that all three meet the same machine; of each the
	 * median round counts. The last row is what this machine loses to any two threads
	 * that hash, in a process that gives way to all others.
	 */
	private static void besides(List<Request> signIn, List<Request> others, Report report)
			throws IOException, InterruptedException {
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
		report.show(table);
		report.add(Figure.ratio("other routes beside 100 sign-ins: p99", "ms", p99(besideSignIns), p99(alone),
				Goal.atMost(1.5)));
	}

	private static double p99(List<Result> rounds) {
		return median(rounds, (result) -> result.servedMillis(99));
	}

	private static void row(Table table, String name, List<Result> rounds) {
		table.row(name, median(rounds, Result::rate), median(rounds, (result) -> result.servedMillis(50)), p99(rounds),
				rounds.getFirst().described());
	}

	private static double median(List<Result> rounds, ToDoubleFunction<Result> figure) {
		return rounds.stream().mapToDouble(figure).sorted().skip(rounds.size() / 2).findFirst().orElseThrow();
	}

	private static Request signInOnKnownDevice(Suite suite) throws IOException, InterruptedException {
		List<String> devices = new ArrayList<>();
		for (int account = 0; account < KNOWN; account++) {
			String opened = OneRequest.post(address(suite), from(account), body(suite, account, ""));
			devices.add(",\"deviceToken\":" + JSON.readTree(opened).required("deviceToken"));
		}
		return signIn(suite, (n) -> body(suite, n % KNOWN, devices.get(n % KNOWN)));
	}

	private static Request signIn(Suite suite, IntFunction<String> body) {
		return Request.post(address(suite), body).with(SignIns::from);
	}

	private static String address(Suite suite) {
		return suite.service("identity-service", "/api/v1/sessions");
	}

	private static String body(Suite suite, int account, String device) {
		return "{\"email\":\"bench-%d@fairhaven.example\",\"password\":\"%s\"%s}".formatted(account + 1,
				suite.residentPassword(), device);
	}

	/** Each from an address of its own, as the gateway would report it. */
	private static Map<String, String> from(int n) {
		return Map.of("X-Forwarded-For", "10.%d.%d.%d".formatted(n >> 16 & 255, n >> 8 & 255, n & 255));
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
