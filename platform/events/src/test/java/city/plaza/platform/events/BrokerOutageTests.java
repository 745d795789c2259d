package city.plaza.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A broker of its own, which is killed; so a context and a database of its own. */
@PlazaTest
@TestPropertySource(properties = { "plaza.database.name=outage_test", "logging.level.org.apache.kafka.clients=info" })
@TestMethodOrder(OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class BrokerOutageTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static BrokerProcess broker;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private Readings readings;

	@DynamicPropertySource
	static void kafka(DynamicPropertyRegistry properties) {
		properties.add("spring.kafka.bootstrap-servers", () -> broker().servers());
	}

	@BeforeAll
	static void prepare() {
		broker();
	}

	@AfterAll
	static void end() {
		broker.close();
	}

	private static BrokerProcess broker() {
		if (broker == null) {
			broker = new BrokerProcess();
		}
		return broker;
	}

	@Test
	@Order(1)
	void startsBeforeKafkaDoesAndSendsOnceItIsThere() {
		append("early", 0, 1);
		assertThat(unsent()).isEqualTo(1);
		broker.start();
		await().atMost(TIMEOUT).until(() -> this.readings.of("early"), List.of("0")::equals);
		assertThat(unsent()).isZero();
	}

	@Test
	@Order(2)
	void drainsTenThousandEventsAfterTheBrokerWasKilled(CapturedOutput output) {
		broker.start();
		append("before", 0, 1);
		await().atMost(TIMEOUT).until(() -> unsent() == 0);
		broker.kill();
		for (int key = 0; key < 100; key++) {
			append("key" + key, 0, 100);
		}
		await().atMost(TIMEOUT).until(() -> output.getAll().contains("Events wait in the outbox"));
		await().during(Duration.ofSeconds(4)).atMost(TIMEOUT).until(() -> unsent() == 10_000);
		List<String> errors = output.getAll()
			.lines()
			.filter((line) -> line.contains("Events wait in the outbox"))
			.map((line) -> line.substring(line.lastIndexOf(':')))
			.toList();
		// A busy machine adds errors of its own; of one and the same there is one line.
		assertThat(IntStream.range(1, errors.size()).filter((at) -> errors.get(at).equals(errors.get(at - 1))).count())
			.as("repetitions in %s", errors)
			.isZero();
		assertThat(
				output.getAll().lines().filter((line) -> line.contains(" WARN ") || line.contains(" ERROR ")).count())
			.as("lines while Kafka is down")
			.isLessThan(10);
		broker.start();
		await().atMost(TIMEOUT).until(() -> unsent() == 0);
		List<String> all = Flux.range(0, 100).map(String::valueOf).collectList().block();
		for (int key = 0; key < 100; key++) {
			String subject = "key" + key;
			await().atMost(TIMEOUT).until(() -> this.readings.of(subject), all::equals);
		}
	}

	private void append(String key, int from, int count) {
		Flux<Void> events = Flux.range(from, count)
			.concatMap((number) -> this.outbox.append(new NewEvent(EventsTestApplication.TOPIC, key, "ReadingTaken",
					new EventsTestApplication.Reading(String.valueOf(number)))));
		this.transactions.inOne(events.then()).block();
	}

	private long unsent() {
		return this.database.sql("select count(*) as it from outbox where published_at is null")
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

}
