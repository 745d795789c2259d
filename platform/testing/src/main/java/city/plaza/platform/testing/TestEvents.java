package city.plaza.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Publishes events as another service would and reads what the service under test
 * published: CloudEvents in binary mode. Topics keep what earlier tests left, so look for
 * ids of your own.
 */
public final class TestEvents implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final Map<String, TopicReader> readers = new ConcurrentHashMap<>();

	private final Set<String> made = ConcurrentHashMap.newKeySet();

	private final String servers;

	private final KafkaProducer<String, String> producer;

	TestEvents(String servers) {
		this.servers = servers;
		this.producer = new KafkaProducer<>(
				Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers, "acks", "all", "linger.ms", "0"),
				new StringSerializer(), new StringSerializer());
	}

	/**
	 * Publishes a new event; a missing topic is made.
	 * @param topic the stream
	 * @param key the aggregate's id
	 * @param type such as {@code CustomerChanged}
	 * @param json the body
	 * @return the event's id
	 */
	public UUID publish(String topic, String key, String type, String json) {
		UUID id = UUID.randomUUID();
		publish(id, topic, key, type, json);
		return id;
	}

	/**
	 * Publishes an event under a given id, to publish the same one twice.
	 * @param id of the event
	 * @param topic the stream
	 * @param key the aggregate's id
	 * @param type such as {@code CustomerChanged}
	 * @param json the body
	 */
	public void publish(UUID id, String topic, String key, String type, String json) {
		publish(id, topic, key, type, json, Instant.now());
	}

	/**
	 * Publishes an event of a given time, such as one that comes late.
	 * @param id of the event
	 * @param topic the stream
	 * @param key the aggregate's id
	 * @param type such as {@code CustomerChanged}
	 * @param json the body
	 * @param time when it happened
	 */
	public void publish(UUID id, String topic, String key, String type, String json, Instant time) {
		create(topic);
		ProducerRecord<String, String> event = new ProducerRecord<>(topic, key, json);
		Map.of("ce_specversion", "1.0", "ce_id", id.toString(), "ce_type", "city.plaza." + type, "ce_source",
				"/plaza-test", "ce_time", time.toString(), "ce_subject", key, "content-type", "application/json")
			.forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
		publish(event);
	}

	/**
	 * Publishes a record as it is, poison included.
	 * @param kafkaRecord to an existing topic
	 */
	public void publish(ProducerRecord<String, String> kafkaRecord) {
		try {
			this.producer.send(kafkaRecord).get(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("An event cannot be published to " + kafkaRecord.topic(), ex);
		}
	}

	/**
	 * Waits for an event, also one of the past.
	 * @param topic the stream
	 * @param type such as {@code AccountLinked}
	 * @param wanted selects it by its body
	 * @return the body of the first that fits
	 */
	public JsonNode await(String topic, String type, Predicate<JsonNode> wanted) {
		return Awaitility.await("a " + type + " in " + topic)
			.atMost(TIMEOUT)
			.pollInterval(Duration.ofMillis(50))
			.until(() -> all(topic).stream()
				.filter((event) -> event.type().equals(type) && wanted.test(event.body()))
				.toList(), (found) -> !found.isEmpty())
			.getFirst()
			.body();
	}

	/**
	 * Reads the whole stream.
	 * @param topic the stream; one that does not exist has no events
	 * @return all events so far, in order within a key
	 */
	public List<TestEvent> all(String topic) {
		return this.readers.computeIfAbsent(topic, (name) -> new TopicReader(this.servers, name)).all();
	}

	/** Lets go of Kafka when the context closes. */
	@Override
	public void close() {
		this.producer.close(Duration.ofSeconds(1));
		this.readers.values().forEach(TopicReader::close);
	}

	private void create(String topic) {
		if (!this.made.add(topic)) {
			return;
		}
		try (Admin admin = Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.servers))) {
			admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException("The topic " + topic + " cannot be made", ex);
			}
		}
	}

}
