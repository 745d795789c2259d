package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTests {

	private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();

	private final List<String> begun = new CopyOnWriteArrayList<>();

	@Test
	void sendsAnEventOfAKeyOnlyAfterTheOneBeforeIsAcknowledged() {
		Round round = round(Duration.ofSeconds(10));
		assertThat(send(round, row("a", "1"), row("b", "1"), row("a", "2"))).containsExactlyInAnyOrder("a1", "b1",
				"a2");
		assertThat(this.begun).containsExactly("a1", "b1", "a2");
	}

	@Test
	void letsNothingOfAKeyOvertakeWhatFailed() {
		this.failures.put("a1", new InvalidRequestException("no"));
		Round round = round(Duration.ofSeconds(10));
		assertThat(send(round, row("a", "1"), row("a", "2"), row("b", "1"))).containsExactly("b1");
		assertThat(round.failures()).singleElement()
			.satisfies((failed) -> assertThat(name(failed.row())).isEqualTo("a1"));
		assertThat(round.outage()).isNull();
	}

	@Test
	void takesTheSameKeyOfTwoTopicsForTwo() {
		this.failures.put("a1", new InvalidRequestException("no"));
		OutboxRow other = new OutboxRow(UUID.randomUUID(), "another", "a", "Sent", "/test", "2", null, Instant.EPOCH);
		assertThat(send(round(Duration.ofSeconds(10)), row("a", "1"), other)).containsExactly("a2");
	}

	@Test
	void beginsNothingMoreInAnOutage() {
		this.failures.put("a1", new TimeoutException("down"));
		Round round = round(Duration.ofSeconds(10));
		assertThat(send(round, row("a", "1"), row("a", "2"))).isEmpty();
		assertThat(this.begun).containsExactly("a1");
		assertThat(round.outage()).isInstanceOf(TimeoutException.class);
	}

	@Test
	void beginsNothingOnceTheLeaseMayExpire() {
		Round round = round(Duration.ofSeconds(-1));
		assertThat(send(round, row("a", "1"))).isEmpty();
		assertThat(this.begun).isEmpty();
		assertThat(round.failures()).isEmpty();
	}

	private Round round(Duration left) {
		return new Round(this::send, System.nanoTime() + left.toNanos());
	}

	private Mono<Void> send(OutboxRow row, long lastBegin) {
		this.begun.add(name(row));
		RuntimeException failure = this.failures.get(name(row));
		return Mono.delay(Duration.ofMillis(5)).then((failure != null) ? Mono.error(failure) : Mono.empty());
	}

	private static List<String> send(Round round, OutboxRow... rows) {
		return round.send(List.of(rows)).block().stream().map(RoundTests::name).toList();
	}

	private static OutboxRow row(String key, String data) {
		return new OutboxRow(UUID.randomUUID(), "topic", key, "Sent", "/test", data, null, Instant.EPOCH);
	}

	private static String name(OutboxRow row) {
		return row.key() + row.data();
	}

}
