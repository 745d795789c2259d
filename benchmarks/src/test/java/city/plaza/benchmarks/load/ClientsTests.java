package city.plaza.benchmarks.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.platform.testing.StubServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

// Only Linux gives each process the whole of 127.0.0.0/8 to come from.
@EnabledOnOs(OS.LINUX)
class ClientsTests {

	private static final Duration SHORT = Duration.ofMillis(60);

	private final StubServer server = new StubServer(ClientsTests::respond);

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void countsEveryResponseOnce() {
		Result result = run(new Clients(4, 4), Request.get(at("/200")));
		assertThat(result.total()).isEqualTo(seen().size()).isGreaterThanOrEqualTo(4);
		assertThat(result.statuses()).containsOnlyKeys("200");
		assertThat(result.failed()).isZero();
		assertThat(result.lasted()).isGreaterThanOrEqualTo(SHORT);
	}

	@Test
	void tellsServedRefusedAndFailedApart() {
		Result result = run(new Clients(6, 6), Request.get(at("/200")), Request.get(at("/503")),
				Request.get(at("/503-bare")), Request.get(at("/429")), Request.get(at("/500")),
				Request.get(at("/cut")));
		assertThat(result.statuses()).containsKeys("200", "503", "503 bare", "429", "500").hasSizeBetween(6, 7);
		assertThat(result.refusedPolitely()).isEqualTo(count("/503") + count("/429"));
		assertThat(result.failed()).isEqualTo(count("/503-bare") + count("/500") + count("/cut"));
		assertThat(result.total()).isEqualTo(seen().size());
	}

	@Test
	void countsRequestsThatGetNoResponseAtAll() {
		this.server.close();
		Result result = run(new Clients(2, 2), Request.get(at("/200")));
		assertThat(result.total()).isGreaterThanOrEqualTo(2).isEqualTo(result.failed());
		assertThat(result.described()).contains("Connect");
	}

	@Test
	void sendsItsRequestsInTurn() {
		run(new Clients(1, 1), Request.get(at("/a")), Request.get(at("/b")), Request.get(at("/c")));
		List<String> paths = seen().stream().map(StubServer.Request::path).toList();
		assertThat(paths).isNotEmpty();
		for (int i = 0; i < paths.size(); i++) {
			assertThat(paths.get(i)).isEqualTo(List.of("/a", "/b", "/c").get(i % 3));
		}
	}

	@Test
	void sendsEachClientsOwnRequests() {
		try (Clients clients = new Clients(3, 3)) {
			clients.run(SHORT, (client) -> List.of(Request.get(at("/client-" + client))));
		}
		Map<String, Long> addresses = new HashMap<>();
		seen().forEach((request) -> addresses
			.merge(request.path() + " from " + request.client().getAddress().getHostAddress(), 1L, Long::sum));
		assertThat(addresses).containsOnlyKeys("/client-0 from 127.1.0.1", "/client-1 from 127.1.0.2",
				"/client-2 from 127.1.0.3");
	}

	@Test
	void comesFromAsManyAddressesAsGivenAndKeepsItsConnections() {
		run(new Clients(6, 3), Request.get(at("/200")));
		assertThat(seen().stream().map((request) -> request.client().getAddress().getHostAddress()).distinct())
			.containsExactlyInAnyOrder("127.1.0.1", "127.1.0.2", "127.1.0.3");
		assertThat(seen().stream().map(StubServer.Request::client).distinct()).hasSize(6);
	}

	@Test
	void numbersBodiesAndHeadersAcrossAllClients() {
		run(new Clients(3, 3), Request.post(at("/200"), (n) -> "{\"n\":" + n + "}")
			.with((n) -> Map.of("X-Forwarded-For", "10.0.0." + n)));
		assertThat(seen().stream().map(StubServer.Request::body)).doesNotHaveDuplicates()
			.contains("{\"n\":1}", "{\"n\":2}", "{\"n\":3}");
		assertThat(seen()).allSatisfy((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.header("Content-Type")).isEqualTo("application/json");
			assertThat(request.body()).isEqualTo("{\"n\":" + request.header("X-Forwarded-For").substring(7) + "}");
		});
	}

	/** Of 1,000 a second for 60 ms, no more than the 60 that are due are sent. */
	@Test
	void sendsAtASteadyRateNoMoreThanIsDue() {
		try (Clients clients = new Clients(10, 10, 8)) {
			Result result = clients.runAt(1_000, SHORT, List.of(Request.get(at("/200")), Request.get(at("/503"))));
			assertThat(result.total()).isEqualTo(seen().size()).isPositive();
			assertThat(result.total()).isLessThanOrEqualTo(1 + (long) (result.lasted().toNanos() / 1e6));
			assertThat(Math.abs(count("/200") - count("/503"))).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void sendsNothingAtNoRate() {
		try (Clients clients = new Clients(1, 1)) {
			assertThat(clients.runAt(0, Duration.ofMillis(20), List.of(Request.get(at("/200")))).total()).isZero();
		}
	}

	@Test
	void runsAgainAndCountsAnew() {
		try (Clients clients = new Clients(2, 2)) {
			Result first = clients.run(Duration.ofMillis(20), List.of(Request.get(at("/200"))));
			Result second = clients.run(Duration.ofMillis(20), List.of(Request.get(at("/200"))));
			assertThat(first.total() + second.total()).isEqualTo(seen().size());
		}
	}

	private Result run(Clients clients, Request... requests) {
		try (clients) {
			return clients.run(SHORT, List.of(requests));
		}
	}

	private String at(String path) {
		return "http://127.0.0.1:" + this.server.port() + path;
	}

	private long count(String path) {
		return seen().stream().filter((request) -> request.path().equals(path)).count();
	}

	/** By the status that the path begins with. */
	private static StubServer.@Nullable Response respond(StubServer.Request request) {
		String path = request.path();
		if (path.equals("/cut")) {
			return null;
		}
		int status = path.matches("/\\d{3}.*") ? Integer.parseInt(path.substring(1, 4)) : 200;
		boolean isPolite = path.equals("/503") || path.equals("/429");
		return new StubServer.Response(status, isPolite ? Map.of("Retry-After", "1") : Map.of(), "");
	}

	private List<StubServer.Request> seen() {
		return this.server.requests();
	}

}
