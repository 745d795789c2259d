package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What a relay may send, and until when. */
@PlazaTest
class RelayLeaseTests extends RelayTest {

	@Autowired
	private KafkaSender kafka;

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

}
