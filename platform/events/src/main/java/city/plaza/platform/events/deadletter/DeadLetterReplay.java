package city.plaza.platform.events.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.ConsumerGroup;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.MessageListener;

/**
 * Applies the dead letters of one consumer once more, and for it alone: other consumers
 * of the topic do not see them again.
 */
class DeadLetterReplay {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterReplay.class);

	private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

	/** Clocks differ, and the inbox forgets in steps. */
	private static final Duration MARGIN = Duration.ofHours(1);

	private final ConsumerFactory<String, byte[]> consumers;

	private final MessageListener<String, byte[]> listener;

	private final ConsumerRecordRecoverer recoverer;

	private final ConsumerGroup group;

	private final Duration keepInbox;

	DeadLetterReplay(ConsumerFactory<String, byte[]> consumers, ConsumerGroup group,
			MessageListener<String, byte[]> listener, ConsumerRecordRecoverer recoverer, Duration keepInbox) {
		this.consumers = consumers;
		this.group = group;
		this.listener = listener;
		this.recoverer = recoverer;
		this.keepInbox = keepInbox;
	}

	String consumer() {
		return this.group.consumer();
	}

	/**
	 * Tries each letter once, in the order they were parked, from where the last replay
	 * ended. One that fails again goes to the end of the topic, for the next replay; an
	 * outage ends this one. A letter older than the inbox remembers is refused: an
	 * earlier replay may have applied it, and nothing remembers.
	 */
	Result replay() {
		try (Consumer<String, byte[]> consumer = this.consumers.createConsumer(this.group.id() + ".replay", "")) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.group.deadLetterTopic())
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, LONGEST_CALL);
			Result result = new Result(0, 0, 0);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(500))) {
					TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
					if (letter.offset() < ends.getOrDefault(partition, 0L)) {
						result = result.plus(handle(letter));
						consumer.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
					}
				}
			}
			return result;
		}
	}

	private Handled handle(ConsumerRecord<String, byte[]> letter) {
		Instant forgotten = Instant.now().minus(this.keepInbox).plus(MARGIN);
		if (Instant.ofEpochMilli(letter.timestamp()).isBefore(forgotten)) {
			log.warn(
					"Dead letter {} at {}-{}@{} is refused: it is older than the inbox remembers ({}), and might be "
							+ "applied twice",
					CloudEventHeaders.read(letter.headers(), CloudEventHeaders.ID), letter.topic(), letter.partition(),
					letter.offset(), this.keepInbox);
			return Handled.REFUSED;
		}
		try {
			this.listener.onMessage(letter);
			return Handled.APPLIED;
		}
		catch (RuntimeException ex) {
			if (FailureKind.of(ex) == FailureKind.OUTAGE) {
				throw ex;
			}
			this.recoverer.accept(letter, ex);
			return Handled.FAILED;
		}
	}

	enum Handled {

		APPLIED, FAILED, REFUSED

	}

	/**
	 * The result of a replay.
	 *
	 * @param applied letters whose effect is written
	 * @param failed letters that were parked again
	 * @param refused letters that are too old to know whether they were applied
	 */
	record Result(int applied, int failed, int refused) {

		Result plus(Handled letter) {
			return switch (letter) {
				case APPLIED -> new Result(this.applied + 1, this.failed, this.refused);
				case FAILED -> new Result(this.applied, this.failed + 1, this.refused);
				case REFUSED -> new Result(this.applied, this.failed, this.refused + 1);
			};
		}

	}

}
