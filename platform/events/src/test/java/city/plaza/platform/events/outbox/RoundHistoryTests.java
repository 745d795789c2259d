package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rounds of many keys whose sends end in any order and fail in any way, on several
 * threads: what Kafka has of a key is always the beginning of what was written.
 */
class RoundHistoryTests {

	private static final long SEED = 20260307;

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final Set<UUID> begun = ConcurrentHashMap.newKeySet();

	private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

	private final Set<String> violations = ConcurrentHashMap.newKeySet();

	private final Map<UUID, Exception> failing = new HashMap<>();

	private final Map<UUID, @Nullable OutboxRow> before = new HashMap<>();

	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 30, 100 })
	void sendTheBeginningOfEachKeyInItsOrder(int percentFailing) {
		for (int history = 0; history < 60; history++) {
			Random random = new Random(SEED + history);
			List<OutboxRow> rows = rows(random, percentFailing);
			Round round = new Round(this::send, System.nanoTime() + TIMEOUT.toNanos());
			List<OutboxRow> sent = round.send(rows).block(TIMEOUT);
			String where = "history %d, seed %d".formatted(history, SEED);
			assertThat(this.violations).as(where).isEmpty();
			assertThat(sent).as(where)
				.doesNotHaveDuplicates()
				.extracting(OutboxRow::id)
				.hasSameElementsAs(this.acknowledged);
			List<OutboxRow> failed = round.failures().stream().map(Round.Failed::row).toList();
			assertThat(failed).as(where).extracting((row) -> row.topic() + row.key()).doesNotHaveDuplicates();
			assertThat(this.begun).as(where).hasSize(sent.size() + failed.size());
			boolean isOutage = failed.stream()
				.anyMatch((row) -> this.failing.get(row.id()) instanceof TimeoutException);
			assertThat(round.outage() != null).as(where).isEqualTo(isOutage);
			if (!isOutage) {
				List<OutboxRow> left = rows.stream().filter(Predicate.not(sent::contains)).toList();
				assertThat(left).as("only failed ones and what follows them, %s", where)
					.allMatch((row) -> isAtOrBehind(row, failed));
			}
		}
	}

	private boolean isAtOrBehind(OutboxRow row, List<OutboxRow> failed) {
		OutboxRow earlier = row;
		while (earlier != null) {
			if (failed.contains(earlier)) {
				return true;
			}
			earlier = this.before.get(earlier.id());
		}
		return false;
	}

	private Mono<Void> send(OutboxRow row, long lastBegin) {
		OutboxRow earlier = this.before.get(row.id());
		if (earlier != null && !this.acknowledged.contains(earlier.id())) {
			this.violations.add(row.key() + " began before the one before was acknowledged");
		}
		if (!this.begun.add(row.id())) {
			this.violations.add(row.key() + " began twice");
		}
		Exception failure = this.failing.get(row.id());
		return Mono.<Void>fromRunnable(() -> {
			if (failure == null) {
				this.acknowledged.add(row.id());
			}
		}).then((failure != null) ? Mono.<Void>error(failure) : Mono.empty()).subscribeOn(Schedulers.parallel());
	}

	private List<OutboxRow> rows(Random random, int percentFailing) {
		this.begun.clear();
		this.acknowledged.clear();
		this.failing.clear();
		this.before.clear();
		Map<String, OutboxRow> last = new HashMap<>();
		List<OutboxRow> rows = new ArrayList<>();
		IntStream.range(0, 1 + random.nextInt(40)).forEach((i) -> {
			OutboxRow row = new OutboxRow(UUID.randomUUID(), "topic-" + random.nextInt(2), "key-" + random.nextInt(4),
					"Sent", "/test", "{}", null, Instant.EPOCH);
			this.before.put(row.id(), last.put(row.topic() + row.key(), row));
			if (random.nextInt(100) < percentFailing) {
				this.failing.put(row.id(), failure(random.nextInt(10)));
			}
			rows.add(row);
		});
		return rows;
	}

	private static Exception failure(int kind) {
		return switch (kind) {
			case 0 -> new TimeoutException("down");
			case 1, 2, 3 -> new RecordTooLargeException();
			default -> new InvalidRequestException("no");
		};
	}

}
