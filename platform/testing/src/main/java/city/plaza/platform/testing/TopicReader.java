package city.plaza.platform.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads one topic from its start, again and again. */
final class TopicReader implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final UUID NO_ID = new UUID(0, 0);

	private final List<TestEvent> seen = new ArrayList<>();

	private final String topic;

	private final KafkaConsumer<String, String> consumer;

	TopicReader(String servers, String topic) {
		this.topic = topic;
		this.consumer = new KafkaConsumer<>(
				Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers, "allow.auto.create.topics", "false",
						"enable.auto.commit", "false", "auto.offset.reset", "earliest", "fetch.max.wait.ms", 50),
				new StringDeserializer(), new StringDeserializer());
	}

	synchronized List<TestEvent> all() {
		if (!isAssigned()) {
			return List.of();
		}
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(this.consumer.assignment());
		while (ends.entrySet().stream().anyMatch((end) -> this.consumer.position(end.getKey()) < end.getValue())) {
			this.consumer.poll(Duration.ofMillis(100)).forEach((read) -> this.seen.add(event(read)));
		}
		return List.copyOf(this.seen);
	}

	@Override
	public synchronized void close() {
		this.consumer.close();
	}

	private boolean isAssigned() {
		if (this.consumer.assignment().isEmpty() && this.consumer.listTopics().containsKey(this.topic)) {
			List<TopicPartition> partitions = this.consumer.partitionsFor(this.topic)
				.stream()
				.map((partition) -> new TopicPartition(this.topic, partition.partition()))
				.toList();
			this.consumer.assign(partitions);
			this.consumer.seekToBeginning(partitions);
		}
		return !this.consumer.assignment().isEmpty();
	}

	/** One that cannot be read is an event too, or those behind it would be lost. */
	static TestEvent event(ConsumerRecord<String, String> read) {
		return new TestEvent(id(header(read, "ce_id")), header(read, "ce_type").replaceFirst("^city\\.plaza\\.", ""),
				header(read, "ce_source"), read.key(), body((read.value() != null) ? read.value() : "null"));
	}

	private static UUID id(String header) {
		try {
			return UUID.fromString(header);
		}
		catch (IllegalArgumentException ex) {
			return NO_ID;
		}
	}

	private static JsonNode body(String text) {
		try {
			return JSON.readTree(text);
		}
		catch (JacksonException ex) {
			return JSON.getNodeFactory().stringNode(text);
		}
	}

	private static String header(ConsumerRecord<String, String> read, String name) {
		Header header = read.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), UTF_8) : "";
	}

}
