package city.plaza.platform.events.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import city.plaza.platform.events.KafkaClients;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.kafka.core.KafkaOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.mock;

class SendingTests {

	private static final long LATER = Duration.ofMinutes(5).toNanos();

	private final KafkaOperations<String, byte[]> kafka = mock();

	private final List<String> sent = new CopyOnWriteArrayList<>();

	private KafkaSender sender;

	@BeforeEach
	void kafka() {
		KafkaClients clients = mock();
		given(clients.producer()).willReturn(this.kafka);
		given(this.kafka.send(anyRecord())).willAnswer((call) -> {
			ProducerRecord<String, byte[]> message = call.getArgument(0);
			this.sent.add(message.key());
			return CompletableFuture.completedFuture(null);
		});
		this.sender = new KafkaSender(clients);
	}

	@AfterEach
	void close() {
		this.sender.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"Łucja \uD83D\uDE00\"}", "[\"\\u0000\",\"\\r\\n\"]", "\"\u202Eevil\"" })
	void writesACloudEvent(String body) {
		OutboxRow row = new OutboxRow(UUID.randomUUID(), "test.readings", "Ł\r\n7", "ReadingTaken", "/test-service",
				body, "00-trace", Instant.parse("2026-03-01T08:00:00.000001Z"));
		ProducerRecord<String, byte[]> message = CloudEventRecord.of(row);
		assertThat(message.topic()).isEqualTo("test.readings");
		assertThat(message.key()).isEqualTo("Ł\r\n7");
		assertThat(message.value()).isEqualTo(body.getBytes(StandardCharsets.UTF_8));
		assertThat(message.partition()).as("by the key").isNull();
		assertThat(headers(message)).isEqualTo(Map.of("ce_specversion", "1.0", "ce_id", row.id().toString(), "ce_type",
				"city.plaza.ReadingTaken", "ce_source", "/test-service", "ce_time", "2026-03-01T08:00:00.000001Z",
				"ce_subject", "Ł\r\n7", "content-type", "application/json", "traceparent", "00-trace"));
	}

	@Test
	void writesNoTraceWhereThereIsNone() {
		assertThat(headers(CloudEventRecord.of(row("a")))).doesNotContainKey("traceparent").hasSize(7);
	}

	@Test
	void sendsInTheOrderInWhichItIsAsked() {
		Flux.range(0, 200)
			.flatMap((i) -> this.sender.of(Priority.NORMAL).send(row("key-" + i), System.nanoTime() + LATER), 200)
			.blockLast();
		assertThat(this.sent).hasSize(200).isEqualTo(IntStream.range(0, 200).mapToObj((i) -> "key-" + i).toList());
	}

	@ParameterizedTest
	@CsvSource({ "NORMAL", "BULK" })
	void beginsNothingThatCouldArriveAfterTheLease(Priority priority) {
		assertThatExceptionOfType(LeaseExpiredException.class)
			.isThrownBy(() -> this.sender.of(priority).send(row("a"), System.nanoTime() - 1).block());
		assertThat(this.sent).isEmpty();
	}

	@Test
	void failsWithWhatKafkaSays() {
		willReturn(CompletableFuture.failedFuture(new TimeoutException("down")))
			.willThrow(new TimeoutException("no metadata"))
			.given(this.kafka)
			.send(anyRecord());
		for (int i = 0; i < 2; i++) {
			assertThatThrownBy(() -> this.sender.of(Priority.BULK).send(row("a"), System.nanoTime() + LATER).block())
				.isInstanceOf(TimeoutException.class);
		}
	}

	// Lease, max.block.ms, delivery.timeout.ms, and whether a send ends before the lease.
	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "60s, 5000, 30000, true", "60s, 15000, 30000, false", "60s, 15000, 29999, true",
					"60s, -, -, false", "241s, -, -, true", "240s, -, -, false", "1s, 0, 0, true", "0s, 0, 0, false" })
	void isLongerThanASendMayTake(String length, @Nullable String block, @Nullable String delivery,
			boolean isLongEnough) {
		Map<String, Object> producer = new HashMap<>();
		if (block != null) {
			producer.put("max.block.ms", Integer.valueOf(block));
		}
		if (delivery != null) {
			producer.put("delivery.timeout.ms", delivery);
		}
		Duration lease = Duration.ofSeconds(Long.parseLong(length.replace("s", "")));
		if (isLongEnough) {
			assertThat(Lease.of(lease, producer).sending()).isEqualTo(lease.dividedBy(4));
		}
		else {
			assertThatIllegalStateException().isThrownBy(() -> Lease.of(lease, producer))
				.withMessageContaining("plaza.events.lease is " + lease)
				.withMessageContaining("delivery.timeout.ms");
		}
	}

	@Test
	void takesAnEventOfAnImportForBulk() {
		NewEvent event = new NewEvent("topic", "key", "Sent", "data");
		assertThat(Priority.of(event)).isEqualTo(Priority.NORMAL);
		assertThat(Priority.of(event.inBulk())).isEqualTo(Priority.BULK);
		assertThat(event.inBulk().inBulk()).isEqualTo(event.inBulk());
		assertThat(event.inBulk()).isNotEqualTo(event);
		assertThat(Priority.BULK.isBulk()).isTrue();
		assertThat(Priority.NORMAL.isBulk()).isFalse();
	}

	private static ProducerRecord<String, byte[]> anyRecord() {
		return any();
	}

	private static Map<String, String> headers(ProducerRecord<String, byte[]> message) {
		Map<String, String> headers = new HashMap<>();
		for (Header header : message.headers()) {
			assertThat(headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8))).as("twice")
				.isNull();
		}
		return headers;
	}

	private static OutboxRow row(String key) {
		return new OutboxRow(UUID.randomUUID(), "topic", key, "Sent", "/test", "{}", null, Instant.EPOCH);
	}

}
