package city.plaza.gateway;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

// Only Linux gives each process the whole of 127.0.0.0/8 to come from.
@EnabledOnOs(OS.LINUX)
class SlowClientTests extends EdgeTest {

	private static final String HALF_BODY = "Host: localhost\r\nContent-Type: application/json\r\n"
			+ "Content-Length: 60\r\n\r\n{\"email\":";

	private static final String KEPT_OPEN = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

	@Autowired
	MeterRegistry metrics;

	@Test
	void aClientThatSendsNothingIsClosed() throws Exception {
		try (RawClient silent = from("127.0.1.1")) {
			assertThat(silent.rest()).isEmpty();
		}
	}

	@Test
	void drippingHeadersGainsNoTime() throws Exception {
		try (RawClient slow = from("127.0.1.2")) {
			slow.send("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
			assertThat(dripsUntilClosed(slow)).isTrue();
			assertThat(portal.seen()).isZero();
		}
	}

	@Test
	void drippingTheNextRequestOfAConnectionGainsNoTimeEither() throws Exception {
		try (RawClient slow = from("127.0.1.3")) {
			slow.send(KEPT_OPEN);
			portal.taken();
			slow.send("GET / HTTP/1.1\r\nX-Slow: ");
			assertThat(dripsUntilClosed(slow)).isTrue();
			assertThat(portal.seen()).isZero();
		}
	}

	@Test
	void anIdleConnectionIsClosedAfterAWhile() throws Exception {
		try (RawClient idle = from("127.0.1.4")) {
			idle.send(KEPT_OPEN);
			assertThat(idle.rest()).startsWith("HTTP/1.1 200").containsOnlyOnce("HTTP/1.1");
		}
	}

	@Test
	void aSlowAnswerIsNotTheClientsFault() throws Exception {
		portal.freeze();
		try (RawClient patient = from("127.0.1.5")) {
			patient.send(KEPT_OPEN);
			portal.taken();
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
			portal.thaw();
			assertThat(patient.rest()).startsWith("HTTP/1.1 200");
		}
	}

	@Test
	void halfBodiesReachNoServiceAndCostTheOthersNothing() throws Exception {
		List<RawClient> slow = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			slow.add(from("127.0.1.6"));
			slow.getLast()
				.send("POST " + ((i % 2 == 0) ? "/api/v1/payments" : "/sign-in") + " HTTP/1.1\r\n" + HALF_BODY);
		}
		for (int i = 0; i < 20; i++) {
			assertThat(RawClient.get("127.0.1.7", "127.0.0.1", this.port, "/", "")).startsWith("HTTP/1.1 200");
			portal.taken();
		}
		for (RawClient client : slow) {
			assertThat(client.rest()).startsWith("HTTP/1.1 408").contains("request-too-slow");
			client.close();
		}
		assertThat(billing.seen() + portal.seen()).isZero();
	}

	@Test
	void aBodyThatComesInPartsButInTimeIsLedOnWhole() throws Exception {
		try (RawClient client = from("127.0.1.8")) {
			client.send("POST /api/v1/payments HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n");
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
			client.send("2\r\n1}\r\n0\r\n\r\n");
			assertThat(client.rest()).startsWith("HTTP/1.1 200");
		}
		Upstream.Request request = billing.taken();
		assertThat(request.body()).isEqualTo("{\"a\":1}");
		assertThat(request.header("Content-Length")).containsExactly("7");
		assertThat(request.header("Transfer-Encoding")).isEmpty();
	}

	@Test
	void bodiesInMemoryAreBoundedAllTogether() throws Exception {
		List<RawClient> large = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			large.add(from("127.0.1.9"));
			large.getLast()
				.send("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 64000\r\n\r\n"
						+ "x".repeat(60_000));
		}
		List<String> answers = new ArrayList<>();
		for (RawClient client : large) {
			answers.add(client.rest().substring(0, 12));
			client.close();
		}
		assertThat(answers).contains("HTTP/1.1 503").containsOnly("HTTP/1.1 503", "HTTP/1.1 408");
		assertThat(RawClient.get("127.0.1.9", "127.0.0.1", this.port, "/", "")).startsWith("HTTP/1.1 200");
	}

	@Test
	void aFileThatDripsIsClosedAndOneThatFlowsIsNot() throws Exception {
		String head = "POST /finance/imports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ";
		try (RawClient slow = from("127.0.1.10")) {
			slow.send(head + "1000000\r\n\r\n");
			assertThat(dripsUntilClosed(slow)).isTrue();
		}
		try (RawClient steady = from("127.0.1.11")) {
			steady.send(head + "320000\r\n\r\n");
			for (int i = 0; i < 32; i++) {
				steady.send("x".repeat(10_000));
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
			}
			assertThat(steady.rest()).startsWith("HTTP/1.1 200");
			assertThat(portal.taken().bodyLength()).isEqualTo(320_000);
		}
	}

	@Test
	void theRestOfABodyIsNotAwaitedOnceTheResponseIsSent() throws Exception {
		try (RawClient client = from("127.0.1.12")) {
			client.send("POST /api/v1/nothing HTTP/1.1\r\n" + HALF_BODY);
			assertThat(dripsUntilClosed(client)).isTrue();
		}
	}

	@Test
	void aClientThatDoesNotTakeItsResponseIsClosed() throws Exception {
		portal.answers((request) -> new Upstream.Reply(200, Map.of(), "x".repeat(30_000_000)));
		try (RawClient deaf = from("127.0.1.13")) {
			deaf.send("GET /finance HTTP/1.1\r\nHost: localhost\r\n\r\n");
			portal.taken();
			Awaitility.await()
				.atMost(15, TimeUnit.SECONDS)
				.untilAsserted(() -> assertThat(closedFor("response-not-taken")).isPositive());
		}
	}

	@Test
	void oneAddressCannotTakeAllConnections() throws Exception {
		List<RawClient> many = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			many.add(from("127.0.1.14"));
			many.getLast().send("GET / HTTP/1.1\r\nHost:");
		}
		assertThat(RawClient.get("127.0.1.15", "127.0.0.1", this.port, "/", "")).startsWith("HTTP/1.1 200");
		try (RawClient refused = from("127.0.1.14")) {
			assertThat(refused.rest()).startsWith("HTTP/1.1 429").contains("Retry-After");
		}
		for (RawClient client : many) {
			client.close();
		}
		Awaitility.await()
			.atMost(5, TimeUnit.SECONDS)
			.untilAsserted(() -> assertThat(RawClient.get("127.0.1.14", "127.0.0.1", this.port, "/", ""))
				.startsWith("HTTP/1.1 200"));
	}

	@Test
	void aNamedProxyMayHaveManyConnections() throws Exception {
		List<RawClient> many = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			many.add(from(Nginx.INNER));
		}
		assertThat(RawClient.get(Nginx.INNER, "127.0.0.1", this.port, "/", "")).startsWith("HTTP/1.1 200");
		for (RawClient client : many) {
			client.close();
		}
	}

	private double closedFor(String reason) {
		return this.metrics.counter("plaza.gateway.connections.closed", "reason", reason).count();
	}

	private RawClient from(String address) throws IOException {
		return new RawClient(address, "127.0.0.1", this.port);
	}

	/** Sends a byte at a time for far longer than any deadline of these tests. */
	private static boolean dripsUntilClosed(RawClient client) {
		for (int i = 0; i < 150; i++) {
			try {
				client.send("x");
			}
			catch (IOException closed) {
				return true;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
		}
		return false;
	}

}
