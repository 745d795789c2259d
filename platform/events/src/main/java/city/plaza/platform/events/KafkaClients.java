package city.plaza.platform.events;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The producer and the consumers of events. What keeps an event from being lost,
 * reordered or skipped is set here, not in a file.
 */
public final class KafkaClients implements AutoCloseable {

	/** A dead letter is an event of the largest size, and headers with its cause. */
	public static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

	private static final Map<String, Object> PRODUCER = Map.of(ProducerConfig.ACKS_CONFIG, "all",
			ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_MESSAGE, ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
			ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
			ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);

	private static final Map<String, Object> CONSUMER = Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
			ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");

	private final KafkaTemplate<String, byte[]> producer;

	private final ConsumerFactory<String, byte[]> consumers;

	@SuppressWarnings("unchecked")
	KafkaClients(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
		// The serializers named above are what its types are, whatever the factory's are.
		this.producer = new KafkaTemplate<>((ProducerFactory<String, byte[]>) producers, PRODUCER);
		// The relay logs failures, once; the template would log each record's.
		this.producer.setProducerListener(new SilentProducerListener());
		Map<String, Object> settings = new HashMap<>(consumers.getConfigurationProperties());
		settings.putAll(CONSUMER);
		this.consumers = new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer());
	}

	public KafkaOperations<String, byte[]> producer() {
		return this.producer;
	}

	public ConsumerFactory<String, byte[]> consumers() {
		return this.consumers;
	}

	@Override
	public void close() {
		this.producer.destroy();
	}

}
