package city.plaza.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import city.plaza.benchmarks.load.Clients;
import city.plaza.benchmarks.load.Delays;
import city.plaza.benchmarks.load.Pace;
import city.plaza.benchmarks.load.Request;
import city.plaza.benchmarks.load.Result;
import city.plaza.benchmarks.report.Figure;
import city.plaza.benchmarks.report.Goal;
import city.plaza.benchmarks.report.Report;
import city.plaza.benchmarks.report.Table;
import city.plaza.benchmarks.suite.OneRequest;
import city.plaza.benchmarks.suite.Suite;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registrations at the gateway, each of another address and from another client, and the
 * mails with their codes.
 */
final class CodeMails {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int PER_SECOND = 5;

	/** One network may register 60 times in an hour. */
	private static final int CLIENTS = 50;

	private static final Duration WARM_UP = Duration.ofSeconds(20);

	/** 150 registrations. */
	private static final Duration RUN = Duration.ofSeconds(30);

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration POLL = Duration.ofMillis(500);

	private CodeMails() {
	}

	/** Measures, and shows what it finds. */
	static void measure(Suite suite, Report report) throws IOException, InterruptedException {
		// The inbox keeps the mails of earlier runs.
		String codes = "code-" + System.currentTimeMillis();
		run(suite, "warm-up", Pace.of(WARM_UP), new Table("", "", "", "", "", ""));
		Table table = new Table("code to mail, %d a second".formatted(PER_SECOND), "p50 ms", "p99 ms", "codes", "mails",
				"statuses");
		Delays delays = run(suite, codes, Pace.of(RUN), table);
		report.add("A code's time runs from before `POST /api/v1/registrations` is sent to the gateway, to the mail "
				+ "server having received all of the mail. Hashing the password is in it.");
		report.show(table);
		report.add(Figure.of("code to mail: p99", "ms", delays.millis(99), Goal.atMost(150)));
	}

	private static Delays run(Suite suite, String prefix, Duration duration, Table table)
			throws IOException, InterruptedException {
		Map<String, Instant> requested = new ConcurrentHashMap<>();
		Request register = Request.post(suite.gateway("/api/v1/registrations"), (n) -> {
			String address = prefix + "-" + n + "@codes.example";
			requested.put(address, Instant.now());
			return body(address, suite.residentPassword());
		});
		try (Clients clients = new Clients(CLIENTS, CLIENTS)) {
			Result result = clients.runAt(PER_SECOND, duration, List.of(register));
			Delays delays = delays(requested, await(suite, requested.size(), prefix));
			table.row("", delays.millis(50), delays.millis(99), requested.size(), delays.count(), result.described());
			return delays;
		}
	}

	private static String body(String address, String password) {
		return """
				{"email":"%s","password":"%s","givenName":"Pat","familyName":"Doe"}""".formatted(address, password);
	}

	/** What has come when all have, or when too much time has passed. */
	private static Map<String, Instant> await(Suite suite, int wanted, String prefix)
			throws IOException, InterruptedException {
		long end = System.nanoTime() + TIMEOUT.toNanos();
		while (true) {
			Map<String, Instant> received = received(
					OneRequest.get(suite.service("inbox", "/dev/inbox/messages"), Map.of()), prefix);
			if (received.size() >= wanted || System.nanoTime() > end) {
				return received;
			}
			TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
		}
	}

	/**
	 * Reads the inbox.
	 * @return when the first mail to each address was received
	 */
	static Map<String, Instant> received(String messages, String prefix) {
		Map<String, Instant> received = new HashMap<>();
		for (Message mail : JSON.readValue(messages, Message[].class)) {
			if (mail.to().startsWith(prefix + "-")) {
				received.merge(mail.to(), mail.receivedAt(), (one, other) -> one.isBefore(other) ? one : other);
			}
		}
		return received;
	}

	/** Of the mails that have come. */
	static Delays delays(Map<String, Instant> requested, Map<String, Instant> received) {
		Delays delays = new Delays();
		received.forEach((address, at) -> {
			Instant began = requested.get(address);
			if (began != null) {
				delays.add(ChronoUnit.MICROS.between(began, at));
			}
		});
		return delays;
	}

	/** What is read of a mail. */
	private record Message(String to, Instant receivedAt) {
	}

}
