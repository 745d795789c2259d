package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.platform.testing.PlazaTest;
import io.r2dbc.spi.Connection;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The order of events, and that none is lost. */
@PlazaTest
class RelayTests extends RelayTest {

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

	private Flux<Relay.Outcome> forEver(RelayConnections own) {
		Relay relay = relay(own);
		return Flux.defer(relay::drain).repeat();
	}

}
