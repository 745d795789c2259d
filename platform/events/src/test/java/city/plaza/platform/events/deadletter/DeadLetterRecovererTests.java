package city.plaza.platform.events.deadletter;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import city.plaza.platform.events.ConsumerGroup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class DeadLetterRecovererTests {

	private static final ConsumerGroup GROUP = new ConsumerGroup("links", "billing.customers", "service.links");

	private final KafkaOperations<String, byte[]> kafka = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final DeadLetterRecoverer recoverer = new DeadLetterRecoverer(this.kafka, GROUP, this.meters);

	private final List<ProducerRecord<String, byte[]>> parked = new ArrayList<>();

	@BeforeEach
	void kafka() {
		ProducerFactory<String, byte[]> producers = mock();
		given(producers.getConfigurationProperties()).willReturn(Map.of());
		given(this.kafka.getProducerFactory()).willReturn(producers);
		given(this.kafka.send(anyRecord())).willAnswer((call) -> {
			this.parked.add(call.getArgument(0));
			return CompletableFuture.completedFuture(null);
		});
	}

	static Stream<Arguments> causes() {
		Throwable unreadable = catchThrowable(() -> JsonMapper.shared().readTree("{\"pin\":4711"));
		return Stream.of(
				arguments(new PoisonException("The header ce_id is missing"), "The header ce_id is missing",
						PoisonException.class),
				arguments(new PoisonException("The body cannot be read as Link", unreadable),
						"The body cannot be read as Link", unreadable.getClass()),
				arguments(new IllegalArgumentException("4711"), "The handler failed: IllegalArgumentException",
						IllegalArgumentException.class),
				arguments(new IllegalStateException("4711", new ConnectException("4711")),
						"The handler failed: IllegalStateException caused by ConnectException", ConnectException.class),
				arguments(new ListenerExecutionFailedException("4711", new PoisonException("There is no body")),
						"There is no body", PoisonException.class),
				arguments(
						new ListenerExecutionFailedException("4711",
								new BatchListenerFailedException("4711", new PoisonException("There is no body"), 7)),
						"There is no body", PoisonException.class),
				arguments(new ListenerExecutionFailedException("4711"),
						"The handler failed: ListenerExecutionFailedException",
						ListenerExecutionFailedException.class));
	}

	@ParameterizedTest
	@MethodSource("causes")
	void parksALetterWithItsCauseAndNothingOfItsBody(Exception error, String reason, Class<?> cause) {
		this.recoverer.accept(letter(Map.of("ce_id", "1")), null, error);
		ProducerRecord<String, byte[]> letter = this.parked.getFirst();
		assertThat(letter.topic()).isEqualTo(GROUP.deadLetterTopic());
		assertThat(letter.key()).isEqualTo("key");
		assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"pin\":4711");
		Map<String, String> headers = headers(letter);
		assertThat(headers).containsEntry("ce_id", "1")
			.containsEntry(DeadLetters.REASON, reason)
			.containsEntry(DeadLetters.CAUSE, cause.getName())
			.hasEntrySatisfying(DeadLetters.PLACE,
					(place) -> assertThat(place).startsWith("DeadLetterRecovererTests."));
		assertThat(headers.values()).noneMatch((value) -> value.contains("4711"));
		assertThat(
				this.meters.counter("plaza.events.dead.lettered", "topic", "billing.customers", "subscription", "links")
					.count())
			.isOne();
	}

	@Test
	void namesTheLatestCauseOfALetterThatFailedAgain() {
		this.recoverer.accept(
				letter(Map.of(DeadLetters.REASON, "an earlier one", DeadLetters.CAUSE, "x", DeadLetters.PLACE, "y")),
				null, new PoisonException("There is no body"));
		assertThat(headers(this.parked.getFirst())).containsEntry(DeadLetters.REASON, "There is no body")
			.containsEntry(DeadLetters.CAUSE, PoisonException.class.getName());
	}

	@Test
	void countsNothingThatCouldNotBeParked() {
		given(this.kafka.send(anyRecord())).willReturn(CompletableFuture.failedFuture(new ConnectException()));
		this.recoverer.setWaitForSendResultTimeout(Duration.ofSeconds(5));
		assertThatThrownBy(
				() -> this.recoverer.accept(letter(Map.of()), null, new PoisonException("There is no body")));
		assertThat(this.meters.find("plaza.events.dead.lettered").counter()).isNull();
	}

	private static ProducerRecord<String, byte[]> anyRecord() {
		return any();
	}

	private static ConsumerRecord<String, byte[]> letter(Map<String, String> headers) {
		ConsumerRecord<String, byte[]> letter = new ConsumerRecord<>("billing.customers", 2, 7, "key",
				"{\"pin\":4711".getBytes(StandardCharsets.UTF_8));
		headers.forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
		return letter;
	}

	private static Map<String, String> headers(ProducerRecord<String, byte[]> letter) {
		Map<String, String> headers = new HashMap<>();
		for (Header header : letter.headers()) {
			assertThat(headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8))).as(header.key())
				.isNull();
		}
		return headers;
	}

}
