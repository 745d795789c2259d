package city.plaza.platform.events.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the rows of one claim, and keeps those that failed. */
class Round {

	private final Set<Key> stopped = ConcurrentHashMap.newKeySet();

	private final Queue<Failed> failures = new ConcurrentLinkedQueue<>();

	private final Sender sender;

	private final long lastBegin;

	private volatile @Nullable Throwable outage;

	/**
	 * A round.
	 * @param lastBegin when sends have to have begun, as {@link System#nanoTime}
	 */
	Round(Sender sender, long lastBegin) {
		this.sender = sender;
		this.lastBegin = lastBegin;
	}

	/**
	 * Keys side by side; within a key one after the other, each after the acknowledgement
	 * of the one before.
	 * @return those that were sent
	 */
	Mono<List<OutboxRow>> send(List<OutboxRow> rows) {
		List<List<OutboxRow>> byKey = byKey(rows);
		return Flux.fromIterable(byKey).flatMap(this::sendInOrder, Math.max(1, byKey.size()), 1).collectList();
	}

	private static List<List<OutboxRow>> byKey(List<OutboxRow> rows) {
		Map<Key, List<OutboxRow>> byKey = new LinkedHashMap<>();
		rows.forEach((row) -> byKey.computeIfAbsent(Key.of(row), (key) -> new ArrayList<>()).add(row));
		return List.copyOf(byKey.values());
	}

	private Flux<OutboxRow> sendInOrder(List<OutboxRow> ofOneKey) {
		return Flux.fromIterable(ofOneKey).concatMap((row) -> Mono.defer(() -> send(row)));
	}

	private Mono<OutboxRow> send(OutboxRow row) {
		if (isStopped(row)) {
			return Mono.empty();
		}
		return this.sender.send(row, this.lastBegin).thenReturn(row).onErrorResume((error) -> {
			stop(row, error);
			return Mono.empty();
		});
	}

	private boolean isStopped(OutboxRow row) {
		return this.outage != null || this.stopped.contains(Key.of(row)) || System.nanoTime() - this.lastBegin > 0;
	}

	/** A later event of the key must not overtake; an outage concerns every key. */
	private void stop(OutboxRow row, Throwable error) {
		this.stopped.add(Key.of(row));
		this.failures.add(new Failed(row, error));
		if (SendFailure.of(error) == SendFailure.OUTAGE) {
			this.outage = error;
		}
	}

	List<Failed> failures() {
		return List.copyOf(this.failures);
	}

	/** What keeps every row from being sent; null if nothing does. */
	@Nullable Throwable outage() {
		return this.outage;
	}

	record Failed(OutboxRow row, Throwable error) {
	}

	private record Key(String topic, String key) {

		static Key of(OutboxRow row) {
			return new Key(row.topic(), row.key());
		}

	}

}
