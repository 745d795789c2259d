package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import city.plaza.benchmarks.load.GetLoad;
import city.plaza.benchmarks.load.Rounds;
import city.plaza.benchmarks.load.Turns;
import city.plaza.benchmarks.reference.BareGateway;
import city.plaza.benchmarks.reference.InstantUpstream;
import city.plaza.benchmarks.reference.Nginx;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.Beside;
import city.plaza.benchmarks.suite.Jvm;
import city.plaza.benchmarks.suite.Suite;

/**
 * What the gateway costs before an upstream that answers at once, beside nginx and a bare
 * Spring Cloud Gateway before the same: goal F1. Ours is one more process of the suite's
 * jar, with its own filters and limits; only the rate that one address may send at is
 * raised, since all clients come from one.
 */
final class GatewayOverhead implements Benchmark {

	private static final String OURS = "Plaza's gateway";

	private static final String BARE = "bare Spring Cloud Gateway";

	private static final String NGINX = "nginx";

	/** Of an API whose token the service behind checks, not the gateway. */
	private static final String PATH = "/api/v1/bills/1";

	private static final int CONNECTIONS = 20;

	private static final int ROUNDS = 3;

	private static final Duration ROUND = Duration.ofSeconds(5);

	private static final String UNLIMITED = "1000000000";

	@Override
	public String question() {
		return "Before an upstream that answers at once: how near does the gateway come to nginx and to a bare Spring Cloud Gateway?";
	}

	@Override
	public void measure(Suite suite, Report report) throws IOException, InterruptedException {
		List<AutoCloseable> started = new ArrayList<>();
		try (InstantUpstream upstream = new InstantUpstream()) {
			Turns turns = new Turns();
			GetLoad load = GetLoad.best(CONNECTIONS, report::add);
			start(suite, upstream.address(), started).forEach(
					(name, address) -> turns.with(name, (duration) -> load.run(address + PATH, Map.of(), duration)));
			Optional<Nginx> nginx = Nginx.before(upstream.address(), Beside.freePort());
			nginx.ifPresentOrElse((server) -> {
				started.add(server);
				turns.withCompiled(NGINX,
						(duration) -> load.run(server.address().replaceFirst("/$", PATH), Map.of(), duration));
			}, () -> report.add("nginx is not installed here: that reference is missing."));
			Map<String, Rounds> measured = turns.warmUp(OURS, BARE).measure(ROUNDS, ROUND);
			report.show(table(measured));
			report.add(Ratios.figure("gateway beside nginx", OURS, NGINX, measured, Goal.atLeast(0.35)));
			report.add(Ratios.figure("gateway beside a bare one", OURS, BARE, measured, Goal.atLeast(1)));
			report.add(Figure.ratio("gateway beside a bare one: p99", "ms",
					Objects.requireNonNull(measured.get(OURS)).p99(), Objects.requireNonNull(measured.get(BARE)).p99(),
					Goal.atMost(1.5)));
		}
		finally {
			started.forEach(GatewayOverhead::close);
		}
		report.add(NotMeasured.SERVICE_DOWN);
	}

	/** Ours and the bare one, by name. */
	private static Map<String, String> start(Suite suite, String upstream, List<AutoCloseable> started)
			throws IOException, InterruptedException {
		Jvm jvm = suite.jvm("gateway");
		String ours = "http://127.0.0.1:" + Beside.freePort();
		started.add(Beside.start(jvm.sameJar("--server.port=" + port(ours), "--server.address=127.0.0.1",
				"--management.server.port=0", "--management.server.address=127.0.0.1", "--eureka.client.enabled=false",
				"--spring.profiles.active=development", "--plaza.gateway.limit.rates.general.burst=" + UNLIMITED,
				"--plaza.gateway.limit.rates.general.tokens=" + UNLIMITED,
				"--spring.cloud.discovery.client.simple.instances.billing-service[0].uri=" + upstream),
				Map.of("MALLOC_ARENA_MAX", "2"), ours + PATH));
		String bare = "http://127.0.0.1:" + Beside.freePort();
		started.add(Beside.start(jvm.mainClass(BareGateway.class, "--server.port=" + port(bare),
				"--upstream=" + upstream, "--server.address=127.0.0.1"), Map.of("MALLOC_ARENA_MAX", "2"), bare + PATH));
		Map<String, String> addresses = new LinkedHashMap<>();
		addresses.put(OURS, ours);
		addresses.put(BARE, bare);
		return addresses;
	}

	private static String port(String address) {
		return address.substring(address.lastIndexOf(':') + 1);
	}

	private static Table table(Map<String, Rounds> measured) {
		Table table = new Table("%d connections, median of %d rounds".formatted(CONNECTIONS, ROUNDS), "served/s",
				"spread", "of nginx", "of the bare one", "p50 ms", "p99 ms", "p99 of the bare one", "statuses");
		Rounds bare = Objects.requireNonNull(measured.get(BARE));
		measured.forEach((name, rounds) -> {
			Optional<Rounds> nginx = Optional.ofNullable(measured.get(NGINX));
			table.row(name, rounds.rate(), rounds.spread(),
					nginx.map((reference) -> rounds.rate() / reference.rate()).orElse(Double.NaN),
					rounds.rate() / bare.rate(), rounds.p50(), rounds.p99(), rounds.p99() / bare.p99(),
					rounds.statuses());
		});
		return table;
	}

	private static void close(AutoCloseable server) {
		try {
			server.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
