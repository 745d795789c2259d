package city.plaza.platform.events.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.platform.events.ReadingRecords;
import city.plaza.platform.events.Readings;
import city.plaza.platform.events.topic.Topics;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaAdmin;

import static city.plaza.platform.events.EventsTestApplication.DEAD_LETTERS;
import static city.plaza.platform.events.EventsTestApplication.TOPIC;
import static city.plaza.platform.events.ReadingRecords.body;
import static city.plaza.platform.events.ReadingRecords.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class DeadLetterReplayTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Autowired
	private TestEvents events;

	@Autowired
	private Readings readings;

	@Autowired
	private DeadLetterReplays replays;

	@Autowired
	private Topics topics;

	@Autowired
	private KafkaAdmin admin;

	@Autowired
	private MeterRegistry meters;

	private final String key = UUID.randomUUID().toString();

	private final String value = UUID.randomUUID().toString();

	@BeforeEach
	void awaitTopics() {
		this.topics.ready().block(TIMEOUT);
	}

	@Test
	void appliesDeadLettersOnceMoreWhenAsked() {
		DeadLetterReplay replay = this.replays.of("readings");
		this.readings.failures.put(this.value, new IllegalArgumentException("a bug"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		this.events.publish(record(UUID.randomUUID(), "poison"));
		await().atMost(TIMEOUT).until(() -> deadLetters().size() == 2);
		this.readings.failures.remove(this.value);
		DeadLetterReplay.Result result = replay.replay();
		assertThat(result.applied()).isEqualTo(1);
		assertThat(result.failed()).as("with what other tests left").isPositive();
		assertThat(this.readings.of(this.key)).containsExactly(this.value);
		assertThat(deadLetters()).hasSize(3);
		assertThat(header(deadLetters().getLast(), "kafka_dlt-original-topic")).isEqualTo(TOPIC);
	}

	@Test
	void continuesWhereTheLastReplayEnded() {
		DeadLetterReplay replay = this.replays.of("readings");
		replay.replay();
		this.readings.failures.put(this.value, new IllegalArgumentException("a bug"));
		this.events.publish(TOPIC, this.key, "ReadingTaken", body(this.value));
		await().atMost(TIMEOUT).until(() -> !deadLetters().isEmpty());
		this.readings.failures.remove(this.value);
		int left = replay.replay().failed();
		double repeated = repeated();
		assertThat(replay.replay()).isEqualTo(new DeadLetterReplay.Result(0, left, 0));
		assertThat(repeated()).as("letters applied a second time").isEqualTo(repeated);
	}

	@Test
	void refusesToReplayWhatTheInboxNoLongerRemembers(CapturedOutput output) {
		DeadLetterReplay replay = this.replays.of("readings");
		UUID id = UUID.randomUUID();
		ProducerRecord<String, String> letter = record(id, body(this.value));
		this.events.publish(new ProducerRecord<>(DEAD_LETTERS, null,
				Instant.now().minus(Duration.ofDays(32)).toEpochMilli(), this.key, letter.value(), letter.headers()));
		assertThat(replay.replay().refused()).isEqualTo(1);
		assertThat(this.readings.of(this.key)).isEmpty();
		assertThat(output).contains("Dead letter " + id, "is refused: it is older than the inbox remembers");
		assertThat(replay.replay().refused()).isZero();
	}

	@Test
	void refusesToReplayAnUnknownConsumer() {
		assertThatThrownBy(() -> new DeadLetterReplays(List.of(), List.of("unknown"))).hasMessageContaining("unknown");
	}

	private ProducerRecord<String, String> record(UUID id, String body) {
		return ReadingRecords.record(id, this.key, body);
	}

	private List<ConsumerRecord<String, byte[]>> deadLetters() {
		return ReadingRecords.deadLetters(this.admin.getConfigurationProperties(), this.key);
	}

	private double repeated() {
		return this.meters.find("plaza.events.repeated")
			.tag("subscription", "readings")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

}
