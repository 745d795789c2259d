package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.awaitility.Awaitility.await;

/** Relays of the test's own, on the service's database, while the service's rests. */
abstract class RelayTest {

	static final String STATE = "test.state";

	static final Lease LEASE = new Lease(Duration.ofSeconds(60));

	@Autowired
	List<RelayLoop> service;

	@Autowired
	ConnectionFactory connections;

	@Autowired
	DatabaseClient database;

	@Autowired
	Transactions transactions;

	@Autowired
	Outbox outbox;

	@Autowired
	Topics topics;

	@Autowired
	OutboxMetrics metrics;

	@Autowired
	OutboxHousekeeping housekeeping;

	@Autowired
	MeterRegistry meters;

	final String topic = "test.relay";

	final String key = UUID.randomUUID().toString();

	final List<String> sent = new CopyOnWriteArrayList<>();

	/** What sending fails with, by body, until the test removes it. */
	final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

	@BeforeEach
	void rest() {
		CountDownLatch atRest = new CountDownLatch(this.service.size());
		this.service.forEach((loop) -> loop.stop(atRest::countDown));
		// A loop in the middle of a round still holds its lanes.
		await().until(() -> atRest.getCount() == 0);
		this.database.sql("delete from outbox").then().block();
		OutboxLanes lanes = new OutboxLanes(this.database);
		lanes.add(this.topic).then(lanes.add(STATE)).block();
	}

	@AfterEach
	void goOn() {
		// Or the service would wait for a topic that only this test has.
		this.database.sql("delete from outbox").then().block();
		this.service.stream().filter((loop) -> !loop.isRunning()).forEach(RelayLoop::start);
	}

	long count(String from) {
		return this.database.sql("select count(*) as it from " + from)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	RelayConnections connections() {
		return new RelayConnections(this.connections, LEASE);
	}

	CommitSignals signals() {
		return new CommitSignals(RelayConnections.forSignals(this.connections));
	}

	static void drainAll(Relay relay) {
		while (relay.drain().block() != Relay.Outcome.DRAINED) {
			Thread.onSpinWait();
		}
	}

	void importRows(int count) {
		this.database.sql("""
				insert into outbox (id, topic, key, type, source, data, bulk)
				select gen_random_uuid(), $1, 'import' || number, 'Imported', '/test', '{}', true
				from generate_series(1, $2) as number""").bind(0, STATE).bind(1, count).then().block();
	}

	Relay relay(RelayConnections own) {
		return relay(Priority.NORMAL, own);
	}

	Relay relay(Priority priority, RelayConnections own) {
		return relay(priority, own, this::send, LEASE);
	}

	Relay relay(Priority priority, RelayConnections own, Sender sender, Lease lease) {
		DatabaseClient claiming = DatabaseClient.create(own.claiming());
		ClaimRows claims = new ClaimRows(priority, new OutboxLanes(claiming), new OutboxRows(claiming), own.claiming(),
				lease, 50);
		return new Relay(claims, sender, new SettleRows(this.topics, this.metrics));
	}

	/** As slow as a broker, so that relays meet. */
	Mono<Void> send(OutboxRow row, long lastBegin) {
		String body = row.data().replace("\"", "");
		RuntimeException failure = this.failures.get(body);
		return Mono.delay(Duration.ofMillis(1))
			.then((failure != null) ? Mono.error(failure)
					: Mono.fromRunnable(() -> this.sent.add(row.key() + "=" + body)));
	}

	Mono<Void> append(String key, String body) {
		return this.transactions.inOne(this.outbox.append(new NewEvent(this.topic, key, "Sent", body)));
	}

}
