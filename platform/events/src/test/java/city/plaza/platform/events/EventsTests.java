package city.plaza.platform.events;

import java.time.Duration;
import java.util.UUID;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@PlazaTest
class EventsTests {

	@Autowired
	private Outbox outbox;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Test
	void appliesAnEventOnceItsTransactionCommitted() {
		String key = UUID.randomUUID().toString();
		this.transactions.inOne(this.outbox.append(reading(key, "1"))).block();
		await().atMost(Duration.ofSeconds(20)).until(() -> readings(key), (read) -> read.equals("1"));
	}

	@Test
	void publishesNothingOfATransactionThatRolledBack() {
		String key = UUID.randomUUID().toString();
		Mono<Void> failing = this.outbox.append(reading(key, "lost")).then(Mono.error(new IllegalStateException("no")));
		assertThatThrownBy(() -> this.transactions.inOne(failing).block()).hasMessage("no");
		this.transactions.inOne(this.outbox.append(reading(key, "kept"))).block();
		await().atMost(Duration.ofSeconds(20)).until(() -> readings(key), (read) -> !read.isEmpty());
		assertThat(readings(key)).isEqualTo("kept");
	}

	@Test
	void refusesAnEventOutsideOfATransaction() {
		assertThatThrownBy(() -> this.outbox.append(reading("k", "v")).block())
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("transaction");
	}

	private static NewEvent reading(String key, String value) {
		return new NewEvent("test.readings", key, "ReadingTaken", new EventsTestApplication.Counted(value));
	}

	private String readings(String subject) {
		Flux<String> values = this.database.sql("select value from reading where subject = $1 order by position")
			.bind(0, subject)
			.map((row) -> row.get("value", String.class))
			.all();
		return String.join(",", values.collectList().block());
	}

}
