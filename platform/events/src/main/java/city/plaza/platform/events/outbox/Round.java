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

/** Which rows may go on in a round of a relay, and which did not. */
class Round {

	private final Set<Key> stopped = ConcurrentHashMap.newKeySet();

	private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

	private final Queue<Refused> refusals = new ConcurrentLinkedQueue<>();

	private final long lastBegin;

	private volatile @Nullable Throwable outage;

	Round(long lastBegin) {
		this.lastBegin = lastBegin;
	}

	long lastBegin() {
		return this.lastBegin;
	}

	List<List<OutboxRow>> byKey(List<OutboxRow> unsent) {
		Map<Key, List<OutboxRow>> byKey = new LinkedHashMap<>();
		unsent.stream()
			.filter((row) -> !this.leftOut.contains(row.topic()))
			.forEach((row) -> byKey.computeIfAbsent(Key.of(row), (key) -> new ArrayList<>()).add(row));
		return List.copyOf(byKey.values());
	}

	void leaveOut(String topic) {
		this.leftOut.add(topic);
	}

	boolean isStopped(OutboxRow row) {
		return this.outage != null || this.stopped.contains(Key.of(row)) || System.nanoTime() - this.lastBegin > 0;
	}

	/** A later event of the key must not overtake; an outage concerns every key. */
	void stop(OutboxRow row, Throwable error) {
		this.stopped.add(Key.of(row));
		this.refusals.add(new Refused(row, error));
		if (Refusal.of(error) == Refusal.OUTAGE) {
			this.outage = error;
		}
	}

	List<Refused> refusals() {
		return List.copyOf(this.refusals);
	}

	@Nullable Throwable outage() {
		return this.outage;
	}

	record Refused(OutboxRow row, Throwable error) {
	}

	private record Key(String topic, String key) {

		static Key of(OutboxRow row) {
			return new Key(row.topic(), row.key());
		}

	}

}
