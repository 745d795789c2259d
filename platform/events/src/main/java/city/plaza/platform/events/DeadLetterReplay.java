package city.plaza.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.core.ConsumerFactory;

/**
 * Gives dead letters to their subscription once more, and to it alone: other readers of
 * the topic do not see them again.
 */
class DeadLetterReplay {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ConsumerFactory<String, byte[]> consumers;

	private final Reception reception;

	private final DeadLetters deadLetters;

	private final Consumption consumption;

	DeadLetterReplay(ConsumerFactory<String, byte[]> consumers, Consumption consumption, Reception reception,
			DeadLetters deadLetters) {
		this.consumers = consumers;
		this.consumption = consumption;
		this.reception = reception;
		this.deadLetters = deadLetters;
	}

	String subscription() {
		return this.consumption.subscription().name();
	}

	/**
	 * Tries each letter once, in the order they were put aside. One that fails again goes
	 * to the end of the topic, for the next replay; an outage ends this one.
	 */
	Result replay() {
		try (Consumer<String, byte[]> consumer = this.consumers.createConsumer(this.consumption.group() + ".replay",
				"")) {
			List<TopicPartition> partitions = consumer.partitionsFor(this.consumption.deadLetterTopic())
				.stream()
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
			Result result = new Result(0, 0);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<String, byte[]> letter : consumer.poll(Duration.ofMillis(500))) {
					TopicPartition partition = new TopicPartition(letter.topic(), letter.partition());
					if (letter.offset() < ends.getOrDefault(partition, 0L)) {
						result = result.plus(isApplied(letter));
						consumer.commitSync(Map.of(partition, new OffsetAndMetadata(letter.offset() + 1)));
					}
				}
			}
			return result;
		}
	}

	private boolean isApplied(ConsumerRecord<String, byte[]> letter) {
		try {
			this.reception.onMessage(letter);
			return true;
		}
		catch (RuntimeException ex) {
			if (Fault.of(ex) == Fault.OUTAGE) {
				throw ex;
			}
			this.deadLetters.accept(letter, null, ex);
			return false;
		}
	}

	/**
	 * What came of a replay.
	 *
	 * @param applied letters whose effect is now there
	 * @param failed letters that were put aside again
	 */
	record Result(int applied, int failed) {

		Result plus(boolean isApplied) {
			return isApplied ? new Result(this.applied + 1, this.failed) : new Result(this.applied, this.failed + 1);
		}

	}

}
