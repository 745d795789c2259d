package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.EventsSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Applies the records of one consumer, each once: several in a transaction, as long as
 * nothing fails.
 */
class ApplyEvents {

	/** Far beyond the server's own timeouts: a response that was lost ends here. */
	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final ConsumerGroup group;

	private final ReadBatch read;

	private final Inbox inbox;

	private final ConsumerMetrics metrics;

	private final int most;

	private final Duration time;

	ApplyEvents(EventConsumer consumer, ConsumerGroup group, EventReader reader, Inbox inbox, ConsumerMetrics metrics,
			EventsSettings.Together limits) {
		this.group = group;
		this.read = new ReadBatch(consumer, reader, limits.bytes().toBytes());
		this.inbox = inbox;
		this.metrics = metrics;
		this.most = consumer.isTogether() ? limits.events() : 1;
		this.time = limits.time();
	}

	ConsumerGroup group() {
		return this.group;
	}

	/** Of a dead letter, which has no others beside it. */
	void applyOne(ConsumerRecord<String, byte[]> record) {
		apply(List.of(record), (partition) -> {
		});
	}

	/**
	 * On a virtual thread of the listener, which may block and has to: only when an event
	 * is committed may the next one of its key begin.
	 * @param records as polled, those of a partition in their order
	 * @param applied called for each partition of which something was applied
	 * @throws BatchListenerFailedException with the first record that could not be
	 * applied; all before it are
	 */
	void apply(List<ConsumerRecord<String, byte[]>> records, Consumer<TopicPartition> applied) {
		int next = 0;
		int size = this.most;
		while (next < records.size()) {
			Batch batch = read(records, next, size);
			Attempt attempt = new Attempt(batch, this.time);
			try {
				commit(attempt, batch);
				partitions(records.subList(next, attempt.next())).forEach(applied);
				next = attempt.next();
				size = this.most;
			}
			catch (RuntimeException ex) {
				size = attempt.smaller(ex);
				if (size == 0) {
					throw failed(records.get(batch.entries().getFirst().index()), ex);
				}
			}
		}
	}

	private Batch read(List<ConsumerRecord<String, byte[]>> records, int from, int size) {
		try {
			return this.read.read(records, from, size);
		}
		catch (RuntimeException ex) {
			throw failed(records.get(from), ex);
		}
	}

	private static BatchListenerFailedException failed(ConsumerRecord<String, byte[]> record, RuntimeException cause) {
		return new BatchListenerFailedException("It cannot be applied", cause, record);
	}

	private void commit(Attempt attempt, Batch batch) {
		if (batch.entries().isEmpty()) {
			return;
		}
		try {
			Mono.defer(() -> this.inbox.applyNew(this.group.consumer(), batch.ids(), attempt::apply)).block(TIMEOUT);
		}
		catch (StackOverflowError | LinkageError | AssertionError ex) {
			// Caused by an event alone. An error of the whole process, such as no
			// memory, stops the listener.
			throw new IllegalStateException("The handler failed with an error", ex);
		}
		this.metrics.consumed(this.group, attempt.fresh());
		this.metrics.repeated(this.group, attempt.repeated());
	}

	private static List<TopicPartition> partitions(List<ConsumerRecord<String, byte[]>> records) {
		return records.stream()
			.map((record) -> new TopicPartition(record.topic(), record.partition()))
			.distinct()
			.toList();
	}

}
