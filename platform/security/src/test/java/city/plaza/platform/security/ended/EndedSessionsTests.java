package city.plaza.platform.security.ended;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import city.plaza.platform.testing.GoldenSamples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class EndedSessionsTests {

	private static final Instant NOW = Instant.parse("2026-03-02T15:09:05Z");

	private final UUID session = UUID.randomUUID();

	private Instant now = NOW;

	private final EndedSessions ended = new EndedSessions(new Clock() {

		@Override
		public Instant instant() {
			return EndedSessionsTests.this.now;
		}

		@Override
		public ZoneOffset getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}
	});

	@Test
	void remembersASessionUntilItsTokensHaveExpired() {
		this.ended.add(this.session, NOW.plusSeconds(60));
		this.now = NOW.plusSeconds(59);
		this.ended.forgetExpired();
		assertThat(this.ended.contain(this.session)).isTrue();
		assertThat(this.ended.contain(UUID.randomUUID())).isFalse();
		this.now = NOW.plusSeconds(60);
		this.ended.forgetExpired();
		assertThat(this.ended.contain(this.session)).isFalse();
		assertThat(this.ended.size()).isZero();
	}

	@Test
	void takesNoSessionWhoseTokensHaveExpired() {
		this.ended.add(this.session, NOW);
		assertThat(this.ended.size()).isZero();
	}

	@Test
	void keepsNoneForLongWhateverAnEventSays() {
		this.ended.add(this.session, Instant.MAX);
		this.now = NOW.plus(Duration.ofMinutes(10));
		this.ended.forgetExpired();
		assertThat(this.ended.size()).isZero();
	}

	@Test
	void readsTheContract() {
		assertThat(SessionEnded
			.of(event("city.plaza.SessionEnded", GoldenSamples.sample(SessionEnded.TOPIC, "SessionEnded"))))
			.contains(new SessionEnded(UUID.fromString("0198c0de-0000-4000-8000-00000000000a"),
					Instant.parse("2026-03-02T15:15:05Z")));
	}

	@Test
	void passesOverOtherTypes() {
		assertThat(SessionEnded.of(event("city.plaza.SessionBegun", "{}"))).isEqualTo(Optional.empty());
		assertThat(SessionEnded.of(new ConsumerRecord<>(SessionEnded.TOPIC, 0, 0, new byte[0], new byte[0])))
			.isEqualTo(Optional.empty());
	}

	@Test
	void refusesABodyWithoutASession() {
		assertThatException()
			.isThrownBy(() -> SessionEnded.of(event("city.plaza.SessionEnded", "{\"tokensUntil\":\"x\"}")));
		assertThatException().isThrownBy(() -> SessionEnded.of(event("city.plaza.SessionEnded", "{}")));
	}

	private static ConsumerRecord<byte[], byte[]> event(String type, String body) {
		ConsumerRecord<byte[], byte[]> event = new ConsumerRecord<>(SessionEnded.TOPIC, 0, 0, new byte[0],
				body.getBytes(UTF_8));
		event.headers().add("ce_type", type.getBytes(UTF_8));
		return event;
	}

}
