package city.plaza.platform.events.outbox;

import java.util.Map;
import java.util.Objects;

import city.plaza.platform.events.KafkaClients;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.kafka.core.KafkaOperations;

/** Sends rows of the outbox, those of each priority in their order. */
class KafkaSender implements AutoCloseable {

	/**
	 * KafkaProducer's send blocks while it knows no metadata, so it gets threads of its
	 * own; one of each priority, which keeps the order.
	 */
	private final Map<Priority, Scheduler> threads = Map.of(Priority.NORMAL,
			Schedulers.newSingle("outbox-sender", true), Priority.BULK,
			Schedulers.newSingle("outbox-bulk-sender", true));

	private final KafkaOperations<String, byte[]> producer;

	KafkaSender(KafkaClients kafka) {
		this.producer = kafka.producer();
	}

	Sender of(Priority priority) {
		Scheduler thread = Objects.requireNonNull(this.threads.get(priority));
		return (row, lastBegin) -> Mono.defer(() -> send(row, lastBegin)).subscribeOn(thread).then();
	}

	/** Checks the time on the thread itself: a row may have waited long for its turn. */
	private Mono<?> send(OutboxRow row, long lastBegin) {
		if (System.nanoTime() - lastBegin > 0) {
			return Mono.error(new LeaseExpiredException());
		}
		return Mono.fromFuture(() -> this.producer.send(CloudEventRecord.of(row)), true);
	}

	@Override
	public void close() {
		this.threads.values().forEach(Scheduler::dispose);
	}

}
