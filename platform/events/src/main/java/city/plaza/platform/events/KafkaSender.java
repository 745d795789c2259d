package city.plaza.platform.events;

import java.util.Map;
import java.util.Objects;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Sends by a producer that may not be set to lose or to reorder. */
class KafkaSender implements AutoCloseable {

	/**
	 * Set here, not in a file: without them an acknowledged event may be lost, or a dead
	 * letter be too large to be put aside.
	 */
	static final Map<String, Object> NOT_NEGOTIABLE = Map.of(ProducerConfig.ACKS_CONFIG, "all",
			ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KeptTopics.LARGEST_DEAD_LETTER,
			ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
			StringSerializer.class, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

	/**
	 * KafkaProducer's send blocks while it knows no metadata, so it gets threads of its
	 * own; one of each priority, which keeps the order.
	 */
	private final Map<Priority, Scheduler> threads = Map.of(Priority.NORMAL,
			Schedulers.newSingle("outbox-sender", true), Priority.BULK,
			Schedulers.newSingle("outbox-bulk-sender", true));

	private final KafkaTemplate<String, byte[]> kafka;

	@SuppressWarnings("unchecked")
	KafkaSender(ProducerFactory<?, ?> producers) {
		// The serializers named above are what its types are, whatever the factory's are.
		this.kafka = new KafkaTemplate<>((ProducerFactory<String, byte[]>) producers, NOT_NEGOTIABLE);
		// The relay tells of failures, once; the template would print each record's.
		this.kafka.setProducerListener(new SilentProducerListener());
	}

	Sender of(Priority priority) {
		Scheduler thread = Objects.requireNonNull(this.threads.get(priority));
		return (row, lastBegin) -> Mono.defer(() -> send(row, lastBegin)).subscribeOn(thread).then();
	}

	/**
	 * Looks at the time on the thread itself: a row may have waited long for its turn.
	 */
	private Mono<?> send(OutboxRow row, long lastBegin) {
		if (System.nanoTime() - lastBegin > 0) {
			return Mono.error(new LeaseOverException());
		}
		return Mono.fromFuture(() -> this.kafka.send(CloudEventHeaders.record(row)), true);
	}

	KafkaOperations<String, byte[]> kafka() {
		return this.kafka;
	}

	@Override
	public void close() {
		this.threads.values().forEach(Scheduler::dispose);
		this.kafka.destroy();
	}

}
