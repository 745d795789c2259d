package city.plaza.platform.security.ended;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvents;
import city.plaza.platform.testing.TestTokens;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlazaTest
class ReadEndedSessionsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final UUID session = UUID.randomUUID();

	@Autowired
	private WebTestClient http;

	@Autowired
	private TestEvents events;

	@Value("${PLAZA_KAFKA_SERVERS}")
	private String kafka;

	@Test
	void refusesTheTokensOfASessionThatEndsAndNoOthers() {
		String token = TestTokens.with((claims) -> claims.claim("sid", this.session.toString()));
		String other = TestTokens.resident(UUID.randomUUID());
		assertThat(status(token)).isEqualTo(200);
		end(this.session);
		await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> status(token) == 401);
		assertThat(status(other)).isEqualTo(200);
	}

	@Test
	void goesOnBehindAnEventThatCannotBeRead() {
		end(UUID.randomUUID());
		for (int partition = 0; partition < 3; partition++) {
			ProducerRecord<String, String> poison = new ProducerRecord<>(SessionEnded.TOPIC, partition, "x", "poison");
			poison.headers()
				.add("ce_type", "city.plaza.SessionEnded".getBytes(java.nio.charset.StandardCharsets.UTF_8));
			this.events.publish(poison);
		}
		String token = TestTokens.with((claims) -> claims.claim("sid", this.session.toString()));
		end(this.session);
		await().atMost(TIMEOUT).until(() -> status(token) == 401);
	}

	@Test
	void knowsTheSessionsOfThePastOnceItHasStarted() {
		end(this.session);
		EndedSessions ended = new EndedSessions(Clock.systemUTC());
		ReadEndedSessions reader = reader(ended, this.kafka, Duration.ofSeconds(20));
		reader.start();
		assertThat(ended.contain(this.session)).isTrue();
		reader.stop();
		assertThat(reader.isRunning()).isFalse();
	}

	@Test
	void startsWithoutKafkaAndReadsOnceItIsThere() throws IOException {
		end(this.session);
		EndedSessions ended = new EndedSessions(Clock.systemUTC());
		int port;
		try (ServerSocket free = new ServerSocket(0)) {
			port = free.getLocalPort();
		}
		ReadEndedSessions reader = reader(ended, "localhost:" + port, Duration.ofMillis(300));
		reader.start();
		assertThat(ended.contain(this.session)).isFalse();
		try (ServerSocket front = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
			Thread.ofVirtual().start(() -> forward(front));
			await().atMost(TIMEOUT).until(() -> ended.contain(this.session));
		}
		reader.stop();
	}

	private int status(String token) {
		return this.http.get()
			.uri("/me")
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
	}

	private void end(UUID ended) {
		Instant now = Instant.now();
		this.events.publish(SessionEnded.TOPIC, ended.toString(), "SessionEnded", """
				{"sessionId": "%s", "endedAt": "%s", "tokensUntil": "%s", "added": "later"}""".formatted(ended, now,
				now.plusSeconds(360)));
	}

	private static ReadEndedSessions reader(EndedSessions ended, String servers, Duration startWait) {
		Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", servers, "enable.auto.commit", false,
				"allow.auto.create.topics", false, "reconnect.backoff.max.ms", "200"));
		return new ReadEndedSessions(ended,
				() -> new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
				startWait, Clock.systemUTC());
	}

	/**
	 * Only the first connection comes this way: the broker then names its own address.
	 */
	private void forward(ServerSocket front) {
		String[] broker = this.kafka.split("[:,]");
		try {
			while (true) {
				Socket client = front.accept();
				Socket server = new Socket(broker[0], Integer.parseInt(broker[1]));
				Thread.ofVirtual().start(() -> copy(client, server));
				Thread.ofVirtual().start(() -> copy(server, client));
			}
		}
		catch (IOException ex) {
			// The test is over.
		}
	}

	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
