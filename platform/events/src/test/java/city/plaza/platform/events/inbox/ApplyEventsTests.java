package city.plaza.platform.events.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.ReadingRecords;
import city.plaza.platform.events.Readings;
import city.plaza.platform.events.deadletter.DeadLetters;
import city.plaza.platform.events.deadletter.PoisonException;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.core.KafkaAdmin;

import static city.plaza.platform.events.EventsTestApplication.TOPIC;
import static city.plaza.platform.events.ReadingRecords.body;
import static city.plaza.platform.events.ReadingRecords.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlazaTest
@TestMethodOrder(OrderAnnotation.class)
class ApplyEventsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Autowired
	private TestEvents events;

	@Autowired
	private Readings readings;

	@Autowired
	private Listeners listeners;

	@Autowired
	private KafkaAdmin admin;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	@Qualifier("eventsHealthIndicator")
	private HealthIndicator health;

	private final String key = UUID.randomUUID().toString();

	private final String value = UUID.randomUUID().toString();

	@Test
	void appliesARepeatedEventOnce() {
		double before = count("plaza.events.repeated");
		UUID id = this.events.publish(TOPIC, this.key, "ReadingTaken", body("1"));
		this.events.publish(id, TOPIC, this.key, "ReadingTaken", body("1"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("2"));
		awaitReadings("1", "2");
		assertThat(count("plaza.events.repeated")).isEqualTo(before + 1);
	}

	/** Its place is not committed with each poll: what is left is, when it stops. */
	@Test
	void readsNothingAgainAfterAStop() {
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("1"));
		awaitReadings("1");
		double before = count("plaza.events.repeated");
		this.listeners.stop();
		this.listeners.start();
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("2"));
		awaitReadings("1", "2");
		assertThat(count("plaza.events.repeated")).isEqualTo(before);
	}

	@Test
	void keepsTheOrderOfAKey() {
		List<String> values = IntStream.range(0, 200).mapToObj(String::valueOf).toList();
		values.forEach((number) -> this.events.publish(record(UUID.randomUUID(), body(number))));
		awaitReadings(values.toArray(String[]::new));
	}

	@Test
	void skipsTypesItDoesNotRead() {
		this.events.publish(TOPIC, this.key, "ReadingDiscarded", "[not json");
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("1"));
		awaitReadings("1");
		assertThat(deadLetters()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					broken JSON         | {"value": "secret    | The body cannot be read as Reading | UnexpectedEndOfInputException
					another shape       | {"value": ["secret"]} | The body cannot be read as Reading | MismatchedInputException
					the word null       | null                 | The body is null                  | PoisonException
					an empty body       | ''                   | The body cannot be read as Reading | MismatchedInputException
					""")
	void parksPoisonOnceWithItsCauseAndContinues(String what, String poison, String reason, String cause) {
		this.events.publish(record(UUID.randomUUID(), poison));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("good"));
		awaitReadings("good");
		ConsumerRecord<String, byte[]> dead = awaitDeadLetter();
		assertThat(header(dead, DeadLetters.REASON)).isEqualTo(reason);
		assertThat(header(dead, DeadLetters.CAUSE)).endsWith(cause);
		assertThat(new String(dead.value(), StandardCharsets.UTF_8)).isEqualTo(poison);
		assertThat(header(dead, "kafka_dlt-original-topic")).isEqualTo(TOPIC);
		dead.headers()
			.forEach((header) -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
				.doesNotContain("secret"));
		assertThat(deadLetters()).hasSize(1);
	}

	@Test
	void appliesAllAroundPoisonOnceAndInOrder() {
		this.listeners.stop();
		List<String> values = IntStream.range(0, 40).mapToObj(String::valueOf).toList();
		values.forEach((number) -> this.events
			.publish(record(UUID.randomUUID(), number.equals("20") ? "[no reading" : body(number))));
		this.listeners.start();
		awaitReadings(values.stream().filter((number) -> !number.equals("20")).toArray(String[]::new));
		assertThat(deadLetters()).hasSize(1);
		assertThat(this.readings.transactions(this.key)).isLessThan(values.size());
	}

	@Test
	void appliesWhatFailsInABatchOnALaterTryAndInOrder() {
		this.readings.failures.put(this.value, new IllegalStateException("a disturbance"));
		this.readings.recoveries.put(this.value, 3);
		this.listeners.stop();
		List.of("1", "2", this.value, "3", "4")
			.forEach((next) -> this.events.publish(TOPIC, this.key, "ReadingTaken", body(next)));
		this.listeners.start();
		awaitReadings("1", "2", this.value, "3", "4");
		assertThat(deadLetters()).isEmpty();
	}

	@Test
	void parksWhatHasNoId() {
		ProducerRecord<String, String> none = record(UUID.randomUUID(), body("1"));
		none.headers().remove("ce_id");
		this.events.publish(none);
		assertThat(header(awaitDeadLetter(), DeadLetters.REASON)).isEqualTo("The header ce_id is missing");
		assertThat(this.readings.of(this.key)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "0.3, The header ce_specversion is not 1.0", "2.0, The header ce_specversion is not 1.0",
			", The header ce_specversion is missing" })
	void parksWhatIsOfAnotherVersionOfCloudEvents(String version, String reason) {
		ProducerRecord<String, String> other = record(UUID.randomUUID(), body("1"));
		other.headers().remove("ce_specversion");
		if (version != null) {
			CloudEventHeaders.add(other.headers(), "ce_specversion", version);
		}
		this.events.publish(other);
		assertThat(header(awaitDeadLetter(), DeadLetters.REASON)).isEqualTo(reason);
		assertThat(this.readings.of(this.key)).isEmpty();
	}

	@Test
	void parksWhatRunsIntoTheStatementTimeoutEachTime() {
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("slow"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("next"));
		awaitReadings("next");
		assertThat(header(awaitDeadLetter(), DeadLetters.REASON)).startsWith("The handler failed: ");
	}

	@Test
	void parksWhatIsTooLongForTheDatabase() {
		String longValue = "x".repeat(300);
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(longValue));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("next"));
		awaitReadings("next");
		assertThat(header(awaitDeadLetter(), DeadLetters.CAUSE)).contains("Postgresql");
	}

	@Test
	void parksWhatIsAlmostTooLargeForKafka() {
		this.events.publish(record(UUID.randomUUID(), "[" + "x".repeat(1_048_000)));
		assertThat(header(awaitDeadLetter(), DeadLetters.REASON)).contains("larger than");
	}

	@Test
	void countsTheTriesOfFailuresOfSeveralKinds() {
		List<Exception> kinds = List.of(new IllegalStateException("a"), new NullPointerException("b"));
		this.readings.failures.put(this.value, kinds.getFirst());
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> {
			int tries = this.readings.tries.getOrDefault(this.value, 0);
			this.readings.failures.put(this.value, kinds.get(tries % 2));
			return !deadLetters().isEmpty();
		});
		assertThat(this.readings.tries.get(this.value)).isEqualTo(5);
	}

	@Test
	void startsAgainAfterAFatalErrorAndShowsIt() {
		this.readings.failures.put(this.value, new OutOfMemoryError("for a test"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		await().atMost(TIMEOUT).until(() -> this.health.health().getStatus(), ListenersHealth.STOPPED::equals);
		assertThat(gauge("plaza.events.listener.stopped")).isEqualTo(1);
		this.readings.failures.remove(this.value);
		awaitReadings(this.value);
		await().atMost(TIMEOUT).until(() -> this.health.health().getStatus(), Status.UP::equals);
		assertThat(gauge("plaza.events.listener.stopped")).isZero();
		assertThat(deadLetters()).isEmpty();
	}

	@Test
	void parksAtOnceWhatTheHandlerFindsInvalid() {
		this.readings.failures.put(this.value, new IllegalArgumentException("quotes " + this.value));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		ConsumerRecord<String, byte[]> dead = awaitDeadLetter();
		assertThat(header(dead, DeadLetters.REASON)).isEqualTo("The handler failed: IllegalArgumentException");
		assertThat(header(dead, DeadLetters.PLACE)).startsWith("ApplyEventsTests.");
		assertThat(this.readings.tries.get(this.value)).isEqualTo(1);
		assertThat(this.readings.of(this.key)).isEmpty();
	}

	@Test
	void retriesAFewTimesBeforeItParks() {
		this.readings.failures.put(this.value, new IllegalStateException("a bug"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("next"));
		awaitReadings("next");
		assertThat(this.readings.tries.get(this.value)).isEqualTo(5);
		assertThat(deadLetters()).hasSize(1);
	}

	@Test
	void appliesOnALaterTryWhatFailedForAMoment() {
		this.readings.failures.put(this.value, new IllegalStateException("a disturbance"));
		this.readings.recoveries.put(this.value, 2);
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		awaitReadings(this.value);
		assertThat(this.readings.tries.get(this.value)).isEqualTo(3);
		assertThat(deadLetters()).isEmpty();
	}

	@Test
	void waitsWithoutEndForWhatIsDown() {
		this.readings.failures.put(this.value, new DataAccessResourceFailureException("down"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		await().atMost(TIMEOUT).until(() -> this.readings.tries.getOrDefault(this.value, 0) >= 7);
		assertThat(deadLetters()).isEmpty();
		assertThat(this.health.health().getStatus()).isEqualTo(ListenersHealth.WAITING);
		assertThat(this.health.health().getDetails().toString()).contains("DataAccessResourceFailureException");
		assertThat(gauge("plaza.events.listener.waiting")).isPositive();
		this.readings.failures.remove(this.value);
		awaitReadings(this.value);
		await().atMost(TIMEOUT).until(() -> this.health.health().getStatus(), Status.UP::equals);
	}

	/** First, before the topic has records that take their five tries again. */
	@Test
	@Order(1)
	void changesNothingWhenTheWholeTopicIsReadAgain() throws Exception {
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("1"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body("2"));
		awaitReadings("1", "2");
		String before = this.readings.all();
		double applied = count("plaza.events.consumed");
		double repeated = count("plaza.events.repeated");
		this.listeners.stop();
		rewind();
		this.listeners.start();
		await().atMost(TIMEOUT).until(() -> count("plaza.events.repeated") >= repeated + applied);
		assertThat(this.readings.all()).isEqualTo(before);
	}

	private void rewind() throws Exception {
		try (Admin kafka = Admin.create(this.admin.getConfigurationProperties())) {
			int partitions = kafka.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().size();
			OffsetAndMetadata start = new OffsetAndMetadata(0);
			for (int partition = 0; partition < partitions; partition++) {
				Map<TopicPartition, OffsetAndMetadata> place = Map.of(new TopicPartition(TOPIC, partition), start);
				await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
					kafka.alterConsumerGroupOffsets("test-service.readings", place).all().get();
					return true;
				});
			}
		}
	}

	private ProducerRecord<String, String> record(UUID id, String body) {
		return ReadingRecords.record(id, this.key, body);
	}

	private void awaitReadings(String... values) {
		await().atMost(TIMEOUT).untilAsserted(() -> assertThat(this.readings.of(this.key)).containsExactly(values));
	}

	private ConsumerRecord<String, byte[]> awaitDeadLetter() {
		await().atMost(TIMEOUT).until(() -> !deadLetters().isEmpty());
		return deadLetters().getFirst();
	}

	private List<ConsumerRecord<String, byte[]>> deadLetters() {
		return ReadingRecords.deadLetters(this.admin.getConfigurationProperties(), this.key);
	}

	private double gauge(String name) {
		return this.meters.get(name).tag("subscription", "readings").gauge().value();
	}

	private double count(String counter) {
		return this.meters.find(counter)
			.tag("subscription", "readings")
			.counters()
			.stream()
			.mapToDouble((found) -> found.count())
			.sum();
	}

}
