package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.EventsTestApplication;
import city.plaza.platform.events.Readings;
import city.plaza.platform.events.Traceparent;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@PlazaTest
class OutboxTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	/** More fields than the reader knows. */
	record Taken(String value, String unit) {
	}

	@Autowired
	private Outbox outbox;

	@Autowired
	private Transactions transactions;

	@Autowired
	private Readings readings;

	@Autowired
	private TestEvents events;

	@Autowired
	private DatabaseClient database;

	@Autowired
	@Qualifier("eventsHealthIndicator")
	private HealthIndicator health;

	private final String key = UUID.randomUUID().toString();

	@Test
	void bringsACommittedEventToItsReader() {
		commit(taken("1"));
		await().atMost(TIMEOUT).until(() -> this.readings.of(this.key), List.of("1")::equals);
	}

	@Test
	void keepsTheOrderOfEventsThatAreWrittenTogether() {
		List<String> values = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
		List<NewEvent> taken = values.stream().map(this::taken).toList();
		this.transactions.inOne(this.outbox.append(taken)).block();
		await().atMost(TIMEOUT).until(() -> this.readings.of(this.key), values::equals);
	}

	@Test
	void writesNothingForNoEvents() {
		this.transactions.inOne(this.outbox.append(List.of())).block();
		assertThat(published()).isEmpty();
	}

	@Test
	void signalsAndSendsEachOfAListByItsOwnPriority() {
		this.transactions.inOne(this.outbox.append(List.of(taken("1").inBulk(), taken("2"), taken("3").inBulk())))
			.block();
		await().atMost(TIMEOUT).until(() -> this.readings.of(this.key), List.of("1", "2", "3")::equals);
	}

	@Test
	void writesCloudEvents() {
		commit(taken("1"));
		await().atMost(TIMEOUT).until(() -> !published().isEmpty());
		TestEvent event = published().getFirst();
		assertThat(event.id().version()).isEqualTo(7);
		assertThat(event.type()).isEqualTo("ReadingTaken");
		assertThat(event.source()).isEqualTo("/test-service");
		assertThat(event.body().get("unit").asString()).isEqualTo("m³");
	}

	@Test
	void publishesNothingOfATransactionThatRolledBack() {
		Mono<Void> failing = this.outbox.append(taken("lost")).then(Mono.error(new IllegalStateException("no")));
		assertThatThrownBy(() -> this.transactions.inOne(failing).block()).hasMessage("no");
		commit(taken("kept"));
		await().atMost(TIMEOUT).until(() -> !this.readings.of(this.key).isEmpty());
		assertThat(this.readings.of(this.key)).containsExactly("kept");
	}

	@Test
	void refusesAnEventOutsideOfATransaction() {
		assertThatThrownBy(() -> this.outbox.append(taken("1")).block()).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("in the transaction of the change");
	}

	@Test
	void refusesWhatTheBrokerWouldRefuse() {
		NewEvent large = new NewEvent(EventsTestApplication.TOPIC, this.key, "ReadingTaken",
				new Taken("x".repeat(1_000_000), ""));
		assertThatThrownBy(() -> commit(large)).isInstanceOf(IllegalArgumentException.class)
			.hasMessage("ReadingTaken is larger than 921600 bytes");
		assertThatThrownBy(() -> commit(new NewEvent(EventsTestApplication.TOPIC, "k".repeat(201), "ReadingTaken", "")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> commit(new NewEvent("no topic", this.key, "ReadingTaken", "")))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void carriesTheTraceToTheReader() {
		Traceparent trace = new Traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
		String value = UUID.randomUUID().toString();
		this.transactions.inOne(this.outbox.append(taken(value))).contextWrite(trace::writeTo).block();
		await().atMost(TIMEOUT).until(() -> this.readings.traces.get(value), String.valueOf(trace.value())::equals);
	}

	@Test
	void parksAnEventOfATopicThatNobodyCreated() {
		commit(new NewEvent("test.unknown." + this.key, this.key, "ReadingTaken", new Taken("1", "")));
		await().atMost(TIMEOUT).until(this::reason, "The topic is unknown"::equals);
		commit(taken("1"));
		await().atMost(TIMEOUT).until(() -> this.readings.of(this.key), List.of("1")::equals);
		assertThat(this.health.health().getDetails()).containsKeys("unsent", "parked");
	}

	private String reason() {
		return this.database.sql("select coalesce(max(parked_reason), '') as it from outbox where topic = $1")
			.bind(0, "test.unknown." + this.key)
			.map((row) -> row.get("it", String.class))
			.one()
			.block();
	}

	private void commit(NewEvent event) {
		this.transactions.inOne(this.outbox.append(event)).block();
	}

	private NewEvent taken(String value) {
		return new NewEvent(EventsTestApplication.TOPIC, this.key, "ReadingTaken", new Taken(value, "m³"));
	}

	private List<TestEvent> published() {
		return this.events.all(EventsTestApplication.TOPIC)
			.stream()
			.filter((event) -> event.key().equals(this.key))
			.toList();
	}

}
