package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;

import city.plaza.platform.testing.PlazaTest;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What cannot be sent, and what is measured and forgotten. */
@PlazaTest
@ExtendWith(OutputCaptureExtension.class)
class UnsentRowsTests extends RelayTest {

	@Test
	void keepsWhatCouldNotBeSentAndReportsItsAge() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "1").then(append("other", "2")).block();
			this.failures.put("1", new TimeoutException("down"));
			this.failures.put("2", new TimeoutException("down"));
			assertThat(relay.drain().block()).isEqualTo(Relay.Outcome.FAILED);
			this.database
				.sql("update outbox set occurred_at = now() - interval '90 seconds' where published_at is null")
				.then()
				.block();
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isEqualTo(2);
			assertThat(this.meters.get("plaza.outbox.oldest.unsent.age").gauge().value()).isBetween(90.0, 100.0);
			this.failures.clear();
			relay.drain().block();
			assertThat(this.sent).containsExactlyInAnyOrder(this.key + "=1", "other=2");
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.oldest.unsent.age").gauge().value()).isZero();
		}
	}

	@Test
	void parksWhatCanNeverBeSentAndHoldsUpItsKeyAlone(CapturedOutput output) {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "large").then(append(this.key, "behind")).block();
			Flux.range(0, 100).concatMap((number) -> append("other" + number, "fine")).blockLast();
			this.failures.put("large", new RecordTooLargeException("quotes something"));
			drainAll(relay);
			assertThat(this.sent).hasSize(100).allMatch((event) -> event.endsWith("=fine"));
			this.housekeeping.measure().block();
			assertThat(this.meters.get("plaza.outbox.parked").gauge().value()).isEqualTo(1);
			assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isEqualTo(1);
			assertThat(output.getAll().lines().filter((line) -> line.contains("is parked"))).hasSize(1)
				.allMatch((line) -> line.contains("RecordTooLargeException") && !line.contains("quotes something"));
			this.failures.clear();
			relay.begin(List.of()).block();
			drainAll(relay);
			assertThat(this.sent.subList(100, 102)).containsExactly(this.key + "=large", this.key + "=behind");
		}
	}

	@Test
	void parksWhatFailedOftenForAnUnknownReason() {
		try (RelayConnections own = connections()) {
			Relay relay = relay(own);
			append(this.key, "odd").then(append("other", "fine")).block();
			this.failures.put("odd", new InvalidRequestException("no"));
			await().atMost(Duration.ofSeconds(30)).until(() -> {
				relay.drain().block();
				return count("outbox where parked_at is not null") == 1;
			});
		}
	}

	@Test
	void estimatesTheUnsentRowsWhereTheyAreMany() {
		importRows(15_000);
		this.database.sql("analyze outbox").then().block();
		this.housekeeping.measure().block();
		assertThat(this.meters.get("plaza.outbox.unsent").gauge().value()).isBetween(10_000.0, 20_000.0);
	}

	@Test
	void forgetsWhatWasPublishedLongAgo() {
		append(this.key, "old").then(append(this.key, "unsent")).block();
		this.database.sql("update outbox set published_at = now() - interval '8 days' where data = '\"old\"'")
			.then()
			.block();
		this.housekeeping.clean().block();
		assertThat(count("outbox where data = '\"old\"'")).as("left by an earlier version").isZero();
		assertThat(count("outbox where key = '" + this.key + "'")).isEqualTo(1);
	}

}
