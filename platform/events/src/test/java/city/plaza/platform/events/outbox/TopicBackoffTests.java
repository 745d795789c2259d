package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TopicBackoffTests {

	private final TopicBackoff backoff = new TopicBackoff();

	private final OutboxRow row = row("topic");

	@Test
	void pausesATopicForAMoment() {
		this.backoff.pause("topic", "no permission");
		assertThat(this.backoff.paused()).containsExactly("topic");
		await().atMost(Duration.ofSeconds(2)).until(() -> this.backoff.paused().length == 0);
	}

	@Test
	void pausesLongerEachTime() {
		this.backoff.pause("topic", "no permission");
		this.backoff.pause("topic", "no permission");
		this.backoff.pause("topic", "no permission");
		await().during(Duration.ofMillis(500)).until(() -> this.backoff.paused().length == 1);
	}

	@Test
	void endsThePauseWithTheFirstRowThatIsSent() {
		this.backoff.pause("topic", "no permission");
		this.backoff.sent(this.row);
		assertThat(this.backoff.paused()).isEmpty();
	}

	@Test
	void givesARowUpAfterFiveFailuresWhileOthersAreSent() {
		this.backoff.sent(row("other"));
		assertThat(this.backoff.failedTooOften(this.row)).isFalse();
		this.backoff.sent(row("other"));
		for (int failures = 2; failures < 5; failures++) {
			assertThat(this.backoff.failedTooOften(this.row)).isFalse();
		}
		assertThat(this.backoff.failedTooOften(this.row)).isTrue();
	}

	@Test
	void givesNoRowUpWhileNothingIsSent() {
		for (int failures = 0; failures < 20; failures++) {
			assertThat(this.backoff.failedTooOften(this.row)).isFalse();
		}
	}

	private static OutboxRow row(String topic) {
		return new OutboxRow(UUID.randomUUID(), topic, "key", "Sent", "/test", "{}", null, Instant.EPOCH);
	}

}
