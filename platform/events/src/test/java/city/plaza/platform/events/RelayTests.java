package city.plaza.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Relays of the test's own, on the service's database, while the service's rests. */
@PlazaTest
class RelayTests {

	@Autowired
	private RelayLoop service;

	@Autowired
	private ConnectionFactory connections;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Topics topics;

	@Autowired
	private EventMetrics metrics;

	@Autowired
	private Housekeeping housekeeping;

	@Autowired
	private MeterRegistry meters;

	private final String topic = "test.relay";

	private final String key = UUID.randomUUID().toString();

	private final List<String> sent = new CopyOnWriteArrayList<>();

	/** What sending fails with, by body, until the test takes it away. */
	private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

	@BeforeEach
	void rest() {
		this.service.stop();
		await().until(() -> !this.service.isRunning());
		this.database.sql("update outbox set published_at = now() where published_at is null").then().block();
	}

	@AfterEach
	void goOn() {
		this.service.start();
	}

	@Test
	void keepsTheOrderOfEachKeyUnderThreeRelays() {
		int keys = 40;
		int ofEach = 100;
		try (RelayConnections one = connections();
				RelayConnections two = connections();
				RelayConnections three = connections()) {
			Flux<Relay.Outcome> relays = Flux.merge(forEver(one), forEver(two), forEver(three));
			Disposable running = relays.subscribe();
			Flux.range(0, ofEach)
				.concatMap((number) -> Flux.range(0, keys).flatMap((it) -> append(it + "", number + ""), 8))
				.then()
				.block();
			await().atMost(Duration.ofSeconds(30)).until(() -> this.sent.size() >= keys * ofEach);
			running.dispose();
		}
		for (int it = 0; it < keys; it++) {
			String prefix = it + "=";
			List<Integer> numbers = this.sent.stream()
				.filter((event) -> event.startsWith(prefix))
				.map((event) -> Integer.valueOf(event.substring(prefix.length())))
				.toList();
			assertThat(numbers).containsExactlyElementsOf(IntStream.range(0, ofEach).boxed().toList());
		}
	}

	@Test
	void publishesARowThatCommitsLateUnderALowerPosition() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			Connection late = Mono.from(this.connections.create()).block();
			Mono.from(late.beginTransaction()).block();
			Mono.from(late.createStatement("""
					insert into outbox (id, topic, key, type, source, data) values ($1, $2, $3, 't', 's', 'late')""")
				.bind("$1", UUID.randomUUID())
				.bind("$2", this.topic)
				.bind("$3", this.key)
				.execute()).flatMap((result) -> Mono.from(result.getRowsUpdated())).block();
			append(this.key, "early").block();
			relay.drain().block();
			assertThat(this.sent).containsExactly(this.key + "=early");
			Mono.from(late.commitTransaction()).block();
			Mono.from(late.close()).block();
			relay.drain().block();
			assertThat(this.sent).containsExactly(this.key + "=early", this.key + "=late");
		}
	}

	@Test
	void letsNoEventOvertakeOneOfItsKeyThatCouldNotBeSent() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "1").then(append(this.key, "2")).then(append(this.key, "3")).block();
			append("other", "4").block();
			this.failures.put("2", new InvalidRequestException("no"));
			assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.FAILED);
			assertThat(this.sent).containsExactlyInAnyOrder(this.key + "=1", "other=4");
			this.failures.clear();
			assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.DRAINED);
			assertThat(this.sent.subList(2, 4)).containsExactly(this.key + "=2", this.key + "=3");
		}
	}

	@Test
	void keepsWhatCouldNotBeSentAndTellsItsAge() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "1").then(append("other", "2")).block();
			this.failures.put("1", new TimeoutException("away"));
			this.failures.put("2", new TimeoutException("away"));
			assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.FAILED);
			this.database
				.sql("update outbox set occurred_at = now() - interval '90 seconds' where published_at is null")
				.then()
				.block();
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isEqualTo(2);
			assertThat(this.meters.get("plaza.outbox.oldest.unsent.age").gauge().value()).isBetween(90.0, 100.0);
			this.failures.clear();
			relay.drain().block();
			assertThat(this.sent).containsExactlyInAnyOrder(this.key + "=1", "other=2");
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.oldest.unsent.age").gauge().value()).isZero();
		}
	}

	@Test
	void takesOverWhatARelayThatDiedHadClaimed() {
		append(this.key, "1").block();
		Connection dying = Mono.from(this.connections.create()).block();
		Mono.from(dying.beginTransaction()).block();
		Mono.from(dying.createStatement("select lane from outbox_lane for update").execute())
			.flatMapMany((result) -> result.map((row, meta) -> row.get(0)))
			.then()
			.block();
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			relay.drain().block();
			assertThat(this.sent).isEmpty();
			this.database.sql("""
					select pg_terminate_backend(pid) from pg_stat_activity
					where query like 'select lane from outbox_lane for update' and pid <> pg_backend_pid()""")
				.then()
				.block();
			await().untilAsserted(() -> {
				relay.drain().block();
				assertThat(this.sent).containsExactly(this.key + "=1");
			});
		}
		Mono.from(dying.close()).onErrorComplete().block();
	}

	@Test
	void wakesUpAgainAfterItsConnectionBroke() {
		List<String> signals = new CopyOnWriteArrayList<>();
		try (RelayConnections own = connections()) {
			Disposable listening = new WakeUps(own.single()).signals().subscribe(signals::add);
			await().until(() -> signals.contains("listening"));
			this.database.sql("""
					select pg_terminate_backend(pid) from pg_stat_activity
					where application_name like '%-wake-up' and datname = current_database()""").then().block();
			await().until(() -> signals.stream().filter("listening"::equals).count() == 2);
			append(this.key, "1").block();
			await().until(() -> signals.contains("committed"));
			listening.dispose();
		}
	}

	@Test
	void forgetsWhatWasPublishedLongAgo() {
		append(this.key, "old").then(append(this.key, "unsent")).block();
		this.database.sql("update outbox set published_at = now() - interval '8 days' where data = '\"old\"'")
			.then()
			.block();
		this.database.sql("insert into inbox values ('gone', $1, now() - interval '91 days'), ('kept', $1, now())")
			.bind(0, UUID.randomUUID())
			.then()
			.block();
		this.housekeeping.clean().block();
		assertThat(count("outbox where data = '\"old\"'")).isZero();
		assertThat(count("outbox where key = '" + this.key + "'")).isEqualTo(1);
		assertThat(count("inbox where consumer = 'gone'")).isZero();
		assertThat(count("inbox where consumer = 'kept'")).isEqualTo(1);
	}

	private long count(String from) {
		return this.database.sql("select count(*) as it from " + from)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	private RelayConnections connections() {
		return new RelayConnections(this.connections);
	}

	private Flux<Relay.Outcome> forEver(RelayConnections own) {
		Relay relay = relay(own);
		return Flux.defer(relay::drain).repeat();
	}

	private Relay relay(RelayConnections own) {
		return new Relay(new OutboxRows(DatabaseClient.create(own.claiming())),
				TransactionalOperator.create(new R2dbcTransactionManager(own.claiming())), this.topics, this::send,
				this.metrics, 50);
	}

	/** As slow as a broker, so that relays meet. */
	private Mono<Void> send(OutboxRow row) {
		String body = row.data().replace("\"", "");
		RuntimeException failure = this.failures.get(body);
		return Mono.delay(Duration.ofMillis(1))
			.then((failure != null) ? Mono.error(failure)
					: Mono.fromRunnable(() -> this.sent.add(row.key() + "=" + body)));
	}

	private Mono<Void> append(String key, String body) {
		return this.transactions.inOne(this.outbox.append(new NewEvent(this.topic, key, "Sent", body)));
	}

}
