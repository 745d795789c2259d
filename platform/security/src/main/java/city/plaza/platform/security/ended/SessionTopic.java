package city.plaza.platform.security.ended;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * All partitions of the topic, read from as far back as a token may live. There is no
 * consumer group: every instance reads every event, and remembers no offset.
 */
class SessionTopic {

	/**
	 * The life of a token, and a minute each for its expiry and for clocks that differ.
	 */
	static final Duration LOOK_BACK = Duration.ofMinutes(7);

	static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Duration POLL = Duration.ofMillis(500);

	/** How soon a partition that was added is read. */
	private static final Duration LOOK = Duration.ofSeconds(5);

	private final Map<TopicPartition, Long> ends = new HashMap<>();

	private final Consumer<byte[], byte[]> consumer;

	private final Clock clock;

	private Instant lookAgainAt = Instant.MIN;

	SessionTopic(Consumer<byte[], byte[]> consumer, Clock clock) {
		this.consumer = consumer;
		this.clock = clock;
	}

	/** What came since the last time; empty also while the topic does not exist. */
	ConsumerRecords<byte[], byte[]> next() {
		if (!this.clock.instant().isBefore(this.lookAgainAt)) {
			findPartitions();
			this.lookAgainAt = this.clock.instant().plus(LOOK);
		}
		return this.consumer.assignment().isEmpty() ? ConsumerRecords.empty() : this.consumer.poll(POLL);
	}

	/** Whether all events were read that were there when the reading began. */
	boolean isRead() {
		return this.ends.entrySet()
			.stream()
			.allMatch((end) -> this.consumer.position(end.getKey(), TIMEOUT) >= end.getValue());
	}

	boolean exists() {
		return !this.ends.isEmpty();
	}

	private void findPartitions() {
		List<TopicPartition> all = new ArrayList<>();
		this.consumer.partitionsFor(SessionEnded.TOPIC, TIMEOUT)
			.forEach((found) -> all.add(new TopicPartition(found.topic(), found.partition())));
		List<TopicPartition> added = all.stream().filter((found) -> !this.ends.containsKey(found)).toList();
		if (!added.isEmpty()) {
			this.consumer.assign(all);
			begin(added);
		}
	}

	private void begin(List<TopicPartition> added) {
		// The ends first: an event between the two questions must not be skipped.
		Map<TopicPartition, Long> found = this.consumer.endOffsets(added, TIMEOUT);
		long since = this.clock.instant().minus(LOOK_BACK).toEpochMilli();
		Map<TopicPartition, Long> times = new HashMap<>();
		added.forEach((partition) -> times.put(partition, since));
		Map<TopicPartition, OffsetAndTimestamp> starts = this.consumer.offsetsForTimes(times, TIMEOUT);
		found.forEach((partition, end) -> {
			OffsetAndTimestamp start = starts.get(partition);
			this.consumer.seek(partition, (start != null) ? start.offset() : end);
		});
		this.ends.putAll(found);
	}

}
