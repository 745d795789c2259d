package city.plaza.platform.events;

import java.util.Map;

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
class KafkaSender implements Sender, AutoCloseable {

	/**
	 * Set here, not in a file: without them an acknowledged event may be lost, or a dead
	 * letter be too large to be put aside.
	 */
	static final Map<String, Object> NOT_NEGOTIABLE = Map.of(ProducerConfig.ACKS_CONFIG, "all",
			ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KeptTopics.LARGEST_DEAD_LETTER,
			ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true, ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
			StringSerializer.class, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

	/**
	 * KafkaProducer's send blocks while it knows no metadata, so it gets a thread of its
	 * own; one, which keeps the order.
	 */
	private final Scheduler thread = Schedulers.newSingle("outbox-sender", true);

	private final KafkaTemplate<String, byte[]> kafka;

	@SuppressWarnings("unchecked")
	KafkaSender(ProducerFactory<?, ?> producers) {
		// The serializers named above are what its types are, whatever the factory's are.
		this.kafka = new KafkaTemplate<>((ProducerFactory<String, byte[]>) producers, NOT_NEGOTIABLE);
		// The relay tells of failures, once; the template would print each record's.
		this.kafka.setProducerListener(new SilentProducerListener());
	}

	@Override
	public Mono<Void> send(OutboxRow row) {
		return Mono.fromFuture(() -> this.kafka.send(CloudEventHeaders.record(row)), true)
			.subscribeOn(this.thread)
			.then();
	}

	KafkaOperations<String, byte[]> kafka() {
		return this.kafka;
	}

	@Override
	public void close() {
		this.thread.dispose();
		this.kafka.destroy();
	}

}
