package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.topic.Topics;
import city.plaza.platform.testing.PlazaTest;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Relays of the test's own, on the service's database, while the service's rests. */
@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class RelayTests {

	private static final String STATE = "test.state";

	private static final Lease LEASE = new Lease(Duration.ofSeconds(60));

	@Autowired
	private List<RelayLoop> service;

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
	private OutboxMetrics metrics;

	@Autowired
	private OutboxHousekeeping housekeeping;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private KafkaSender kafka;

	private final String topic = "test.relay";

	private final String key = UUID.randomUUID().toString();

	private final List<String> sent = new CopyOnWriteArrayList<>();

	/** What sending fails with, by body, until the test removes it. */
	private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

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
			assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.DRAINED);
			assertThat(this.sent).containsExactlyInAnyOrder(this.key + "=1", "other=4");
			this.failures.clear();
			await().untilAsserted(() -> {
				relay.drain().block();
				assertThat(this.sent).hasSize(4);
			});
			assertThat(this.sent.subList(2, 4)).containsExactly(this.key + "=2", this.key + "=3");
		}
	}

	@Test
	void keepsWhatCouldNotBeSentAndReportsItsAge() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "1").then(append("other", "2")).block();
			this.failures.put("1", new TimeoutException("down"));
			this.failures.put("2", new TimeoutException("down"));
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
	void claimsWhatARelayThatDiedHadClaimed() {
		append(this.key, "1").block();
		Connection dying = Mono.from(this.connections.create()).block();
		Mono.from(dying.beginTransaction()).block();
		Mono.from(dying.createStatement("select lane from outbox_topic_lane for update").execute())
			.flatMapMany((result) -> result.map((row, meta) -> row.get(0)))
			.then()
			.block();
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			relay.drain().block();
			assertThat(this.sent).isEmpty();
			this.database.sql("""
					select pg_terminate_backend(pid) from pg_stat_activity
					where query like 'select lane from outbox_topic_lane for update' and pid <> pg_backend_pid()""")
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
		List<Priority> signals = new CopyOnWriteArrayList<>();
		CommitSignals one = signals();
		CommitSignals other = signals();
		Disposable listening = Disposables.composite(one.of(Priority.NORMAL).subscribe(),
				other.of(Priority.NORMAL).subscribe(signals::add));
		await().until(() -> signals.size() == 1);
		this.database.sql("""
				select pg_terminate_backend(pid) from pg_stat_activity
				where application_name like '%-wake-up' and datname = current_database()""").then().block();
		await().until(() -> signals.size() == 2);
		await().until(() -> {
			one.committed(Priority.NORMAL);
			return signals.size() > 2;
		});
		listening.dispose();
	}

	@Test
	void wakesItsOwnRelayAtOnceAndThoseOfOthersOnceForManyCommits() {
		List<Priority> own = new CopyOnWriteArrayList<>();
		List<Priority> others = new CopyOnWriteArrayList<>();
		CommitSignals one = signals();
		CommitSignals other = signals();
		Disposable listening = Disposables.composite(one.of(Priority.NORMAL).subscribe(own::add),
				other.of(Priority.NORMAL).subscribe(others::add));
		await().until(() -> own.size() == 1 && others.size() == 1);
		one.committed(Priority.BULK);
		IntStream.range(0, 1000).forEach((commit) -> one.committed(Priority.NORMAL));
		await().until(() -> own.size() > 1);
		await().until(() -> others.size() > 1);
		await().during(Duration.ofMillis(200)).until(() -> others.size() < 100);
		listening.dispose();
	}

	@Test
	void writesNoNotificationInTheTransactionOfTheChange() {
		assertThat(count("pg_trigger where tgrelid = 'outbox'::regclass and not tgisinternal")).isZero();
	}

	@Test
	void parksWhatCanNeverBeSentAndHoldsUpItsKeyAlone(CapturedOutput output) {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "large").then(append(this.key, "behind")).block();
			Flux.range(0, 100).concatMap((number) -> append("other" + number, "fine")).blockLast();
			this.failures.put("large", new RecordTooLargeException("quotes something"));
			drainAll(relay);
			assertThat(this.sent).hasSize(100).allMatch((event) -> event.endsWith("=fine"));
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.parked").gauge().value()).isEqualTo(1);
			assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isEqualTo(1);
			assertThat(output.getAll().lines().filter((line) -> line.contains("is parked"))).hasSize(1)
				.allMatch((line) -> line.contains("RecordTooLargeException") && !line.contains("quotes something"));
			this.failures.clear();
			relay.begin(List.of()).block();
			drainAll(relay);
			assertThat(this.sent.subList(100, 102)).containsExactly(this.key + "=large", this.key + "=behind");
		}
	}

	@Test
	void parksWhatFailedOftenForAnUnknownReason() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "odd").then(append("other", "fine")).block();
			this.failures.put("odd", new InvalidRequestException("no"));
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				relay.drain().block();
				return count("outbox where parked_at is not null") == 1;
			});
		}
	}

	@Test
	void sendsAPaymentBeforeTwentyThousandRowsOfAnImport() {
		importRows(20_000);
		this.service.forEach(RelayLoop::start);
		await().until(() -> count("outbox where bulk") < 20_000);
		this.transactions.inOne(this.outbox.append(new NewEvent(STATE, this.key, "Paid", "payment"))).block();
		await().pollInterval(Duration.ofMillis(5)).until(() -> count("outbox where not bulk") == 0);
		assertThat(count("outbox where bulk")).as("rows of the import that still wait").isGreaterThan(10_000);
	}

	@Test
	void keepsTheOrderOfAKeyBetweenAnImportAndOthers() {
		try (RelayConnections own = connections(); RelayConnections ofBulk = connections()) {
			Relay normal = relay(own);
			Relay bulk = relay(Priority.BULK, ofBulk);
			append(this.key, "submitted").block();
			this.transactions.inOne(this.outbox.append(new NewEvent(this.topic, this.key, "Sent", "posted").inBulk()))
				.block();
			append(this.key, "refunded").block();
			bulk.drain().block();
			assertThat(this.sent).isEmpty();
			normal.drain().block();
			assertThat(this.sent).containsExactly(this.key + "=submitted");
			bulk.drain().block();
			normal.drain().block();
			assertThat(this.sent).containsExactly(this.key + "=submitted", this.key + "=posted",
					this.key + "=refunded");
		}
	}

	@Test
	void sendsNothingMoreOnceAnotherMayHaveItsLanes() {
		append(this.key, "1").then(append(this.key, "2")).block();
		Lease lease = new Lease(Duration.ofSeconds(2));
		List<String> ofFrozen = new CopyOnWriteArrayList<>();
		Sender frozen = (row, lastBegin) -> Mono.delay(Duration.ofSeconds(4))
			.then(Mono.fromRunnable(() -> ofFrozen.add(row.data())));
		try (RelayConnections one = new RelayConnections(this.connections, lease);
				RelayConnections two = connections()) {
			Mono<Relay.Outcome> thawed = relay(Priority.NORMAL, one, frozen, lease).drain().cache();
			thawed.subscribe();
			Relay next = relay(two);
			await().untilAsserted(() -> {
				next.drain().block();
				assertThat(this.sent).containsExactly(this.key + "=1", this.key + "=2");
			});
			assertThat(thawed.block()).isEqualTo(Relay.Outcome.FAILED);
			assertThat(ofFrozen).hasSize(1);
		}
	}

	@Test
	void doesNotSendWhatWaitedTooLong() {
		Sender sender = this.kafka.of(Priority.NORMAL);
		OutboxRow row = new OutboxRow(UUID.randomUUID(), STATE, this.key, "Late", "/test", "1", null, Instant.now());
		assertThatThrownBy(() -> sender.send(row, System.nanoTime() - 1).block())
			.isInstanceOf(LeaseExpiredException.class);
		sender.send(row, System.nanoTime() + Duration.ofSeconds(30).toNanos()).block();
	}

	@Test
	void refusesALeaseThatASendMayOutlast() {
		Map<String, Object> producer = Map.of("max.block.ms", "5000", "delivery.timeout.ms", 15_000);
		assertThat(Lease.of(Duration.ofSeconds(60), producer).sending()).isEqualTo(Duration.ofSeconds(15));
		assertThatThrownBy(() -> Lease.of(Duration.ofSeconds(20), producer)).hasMessageContaining("plaza.events.lease");
		assertThatThrownBy(() -> Lease.of(Duration.ofSeconds(60), Map.of())).hasMessageContaining("max.block.ms");
	}

	@Test
	void estimatesTheUnsentRowsWhereTheyAreMany() {
		importRows(15_000);
		this.database.sql("analyze outbox").then().block();
		this.housekeeping.measure().block();
		assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isBetween(10_000.0, 20_000.0);
	}

	@Test
	void forgetsWhatWasPublishedLongAgo() {
		append(this.key, "old").then(append(this.key, "unsent")).block();
		this.database.sql("update outbox set published_at = now() - interval '8 days' where data = '\"old\"'")
			.then()
			.block();
		this.housekeeping.clean().block();
		assertThat(count("outbox where data = '\"old\"'")).as("left by an earlier version").isZero();
		assertThat(count("outbox where key = '" + this.key + "'")).isEqualTo(1);
	}

	private long count(String from) {
		return this.database.sql("select count(*) as it from " + from)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	private RelayConnections connections() {
		return new RelayConnections(this.connections, LEASE);
	}

	private Flux<Relay.Outcome> forEver(RelayConnections own) {
		Relay relay = relay(own);
		return Flux.defer(relay::drain).repeat();
	}

	private CommitSignals signals() {
		return new CommitSignals(RelayConnections.forSignals(this.connections));
	}

	private static void drainAll(Relay relay) {
		while (relay.drain().block() != Relay.Outcome.DRAINED) {
			Thread.onSpinWait();
		}
	}

	private void importRows(int count) {
		this.database.sql("""
				insert into outbox (id, topic, key, type, source, data, bulk)
				select gen_random_uuid(), $1, 'import' || number, 'Imported', '/test', '{}', true
				from generate_series(1, $2) as number""").bind(0, STATE).bind(1, count).then().block();
	}

	private Relay relay(RelayConnections own) {
		return relay(Priority.NORMAL, own);
	}

	private Relay relay(Priority priority, RelayConnections own) {
		return relay(priority, own, this::send, LEASE);
	}

	private Relay relay(Priority priority, RelayConnections own, Sender sender, Lease lease) {
		DatabaseClient claiming = DatabaseClient.create(own.claiming());
		OutboxRows rows = new OutboxRows(claiming);
		ClaimRows claims = new ClaimRows(priority, new OutboxLanes(claiming), rows,
				TransactionalOperator.create(new R2dbcTransactionManager(own.claiming())), lease, 50);
		return new Relay(claims, sender, new SettleRows(rows, this.topics, this.metrics));
	}

	/** As slow as a broker, so that relays meet. */
	private Mono<Void> send(OutboxRow row, long lastBegin) {
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
