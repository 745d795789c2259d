package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics that a relay pauses after a failure, and how often their rows failed. */
class TopicBackoff {

	private static final Logger log = LoggerFactory.getLogger(TopicBackoff.class);

	private static final Duration FIRST = Duration.ofMillis(250);

	private static final int LONGEST_FACTOR = 16;

	private static final int TRIES = 5;

	private final Map<String, Pause> topics = new ConcurrentHashMap<>();

	private final Map<UUID, Failures> failures = new ConcurrentHashMap<>();

	private final AtomicLong sent = new AtomicLong();

	String[] paused() {
		return this.topics.entrySet()
			.stream()
			.filter((topic) -> topic.getValue().until() - System.nanoTime() > 0)
			.map(Map.Entry::getKey)
			.toArray(String[]::new);
	}

	/** For a quarter of a second at first, up to four seconds; logged once. */
	void pause(String topic, String reason) {
		Pause before = this.topics.get(topic);
		int factor = (before != null) ? Math.min(before.factor() * 2, LONGEST_FACTOR) : 1;
		this.topics.put(topic, new Pause(System.nanoTime() + FIRST.multipliedBy(factor).toNanos(), factor));
		if (before == null) {
			log.warn("Events of {} wait in the outbox: {}", topic, reason);
		}
	}

	/**
	 * Whether the row failed so often, while others were sent, that it is given up. Where
	 * nothing is sent, the cause is not the row.
	 */
	boolean failedTooOften(OutboxRow row) {
		Failures failed = this.failures.merge(row.id(), new Failures(1, this.sent.get()),
				(before, one) -> new Failures(before.count() + 1, before.sentBefore()));
		return failed.count() >= TRIES && this.sent.get() > failed.sentBefore();
	}

	void sent(OutboxRow row) {
		this.sent.incrementAndGet();
		this.failures.remove(row.id());
		if (this.topics.remove(row.topic()) != null) {
			log.info("Events of {} are sent again", row.topic());
		}
	}

	void parked(OutboxRow row) {
		this.failures.remove(row.id());
	}

	private record Failures(int count, long sentBefore) {
	}

	private record Pause(long until, int factor) {
	}

}
