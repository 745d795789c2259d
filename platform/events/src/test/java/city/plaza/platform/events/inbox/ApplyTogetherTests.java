package city.plaza.platform.events.inbox;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.Event;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.EventsTestApplication.Reading;
import city.plaza.platform.events.Readings;
import city.plaza.platform.events.deadletter.FailureKind;
import city.plaza.platform.testing.PlazaTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.util.unit.DataSize;

import static city.plaza.platform.events.ReadingRecords.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Several events in a transaction, as they come from one poll. */
@PlazaTest
class ApplyTogetherTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@Autowired
	private Readings readings;

	@Autowired
	private Inbox inbox;

	@Autowired
	private JsonMapper json;

	@Autowired
	private DatabaseClient database;

	private final String key = UUID.randomUUID().toString();

	private final String bad = UUID.randomUUID().toString();

	private final String name = "together-" + this.key;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<List<String>> calls = new ArrayList<>();

	private final List<TopicPartition> applied = new ArrayList<>();

	@Test
	void appliesWhatWasPolledInOneTransaction() {
		apply(together(), records("1", "2", "3", "4"));
		assertThat(this.readings.of(this.key)).containsExactly("1", "2", "3", "4");
		assertThat(this.readings.transactions(this.key)).isOne();
		assertThat(this.applied).containsExactly(new TopicPartition("topic", 0));
		assertThat(count("consumed")).isEqualTo(4);
	}

	@Test
	void appliesEachInATransactionOfItsOwnWhereTheConsumerDoesNotAllowMore() {
		apply(consumer(), records("1", "2", "3"));
		assertThat(this.readings.of(this.key)).containsExactly("1", "2", "3");
		assertThat(this.readings.transactions(this.key)).isEqualTo(3);
	}

	@Test
	void beginsNoFurtherEventWhenTheTimeIsUp() {
		List<ConsumerRecord<String, byte[]>> polled = records("1", "2", "3");
		apply(together(), polled, limits(200, 1_000_000, Duration.ZERO));
		assertThat(this.readings.of(this.key)).containsExactly("1", "2", "3");
		assertThat(this.readings.transactions(this.key)).isEqualTo(3);
		assertThat(remembered()).isEqualTo(3);
		apply(together(), polled);
		assertThat(count("repeated")).isEqualTo(3);
	}

	@Test
	void takesNoMoreEventsOrBytesThanAllowed() {
		apply(together(), records("1", "2", "3", "4", "5"), limits(2, 1_000_000, LONG));
		assertThat(this.readings.transactions(this.key)).isEqualTo(3);
		apply(together(), records("6", "7", "8"), limits(200, 10, LONG));
		assertThat(this.readings.of(this.key)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
		assertThat(this.readings.transactions(this.key)).isEqualTo(6);
	}

	@Test
	void appliesAnEventOnceThatIsTwiceInABatch() {
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("1", "2", "3"));
		polled.add(polled.get(1));
		polled.addFirst(polled.get(2));
		apply(together(), polled);
		assertThat(this.readings.of(this.key)).containsExactly("3", "1", "2");
		assertThat(count("consumed")).isEqualTo(3);
		assertThat(count("repeated")).isEqualTo(2);
	}

	@Test
	void passesOverWhatWasAppliedBefore() {
		List<ConsumerRecord<String, byte[]>> polled = records("1", "2", "3", "4");
		apply(together(), polled.subList(1, 3));
		apply(together(), polled);
		assertThat(this.readings.of(this.key)).containsExactly("2", "3", "1", "4");
		assertThat(count("repeated")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 6 })
	void stopsAtPoisonWithAllBeforeItAppliedOnce(int place) {
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("0", "1", "2", "3", "4", "5"));
		polled.add(place, record(place, "[no reading"));
		assertThat(failure(together(), polled).getRecord()).isSameAs(polled.get(place));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, place));
		apply(together(), polled.subList(place + 1, polled.size()));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, 6));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 5 })
	void stopsAtWhatTheHandlerRefusesAndJudgesItByItself(int place) {
		this.readings.failures.put(this.bad, new IllegalArgumentException("a bug"));
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("0", "1", "2", "3", "4"));
		polled.add(place, record(place, body(this.bad)));
		BatchListenerFailedException failure = failure(together(), polled);
		assertThat(failure.getRecord()).isSameAs(polled.get(place));
		assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.POISON);
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, place));
		assertThat(this.readings.tries.get(this.bad)).as("alone, and before that with others")
			.isEqualTo((place == 0) ? 1 : 2);
	}

	@Test
	void findsTheEventThatFailsOnlyAtTheCommit() {
		refuseAtCommit();
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("0", "1", "2", "3", "4", "5", "6"));
		polled.add(5, record(5, body(this.bad)));
		assertThat(failure(together(), polled).getRecord()).isSameAs(polled.get(5));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, 5));
		apply(together(), polled.subList(6, 8));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, 7));
	}

	@Test
	void triesNothingElseInAnOutage() {
		this.readings.failures.put(this.bad, new IllegalStateException(new ConnectException()));
		BatchListenerFailedException failure = failure(together(), records(this.bad, "1", "2"));
		assertThat(failure.getRecord().offset()).isZero();
		assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OUTAGE);
		assertThat(this.readings.tries.get(this.bad)).isOne();
		assertThat(this.readings.of(this.key)).isEmpty();
	}

	@Test
	void losesNothingAndRepeatsNothingWhenTheConnectionDiesInABatch() {
		EventConsumer dying = EventConsumer.of(this.name, "topic")
			.together()
			.on(Reading.TYPE, Reading.class, (event) -> this.readings.apply(event).then(dieAt(event, "3")));
		List<ConsumerRecord<String, byte[]>> polled = records("0", "1", "2", "3", "4");
		BatchListenerFailedException failure = failure(dying, polled);
		assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.OUTAGE);
		int at = polled.indexOf(failure.getRecord());
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, at));
		apply(together(), polled.subList(at, 5));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, 5));
	}

	@Test
	void givesAHandlerOfManyWhatFollowsEachOtherOfItsType() {
		EventConsumer many = EventConsumer.of(this.name, "topic")
			.together()
			.onMany(Reading.TYPE, Reading.class, this::applyAll)
			.on("Other", Reading.class, this.readings::apply);
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("0", "1", "2", "3", "4"));
		polled.add(3, record(3, body("other"), "Other"));
		polled.add(1, record(1, "[skipped", "Skipped"));
		apply(many, polled);
		assertThat(this.calls).containsExactly(List.of("0", "1", "2"), List.of("3", "4"));
		assertThat(this.readings.of(this.key)).containsExactly("0", "1", "2", "other", "3", "4");
		assertThat(this.readings.transactions(this.key)).isOne();
	}

	@Test
	void findsTheEventThatAHandlerOfManyRefuses() {
		EventConsumer many = EventConsumer.of(this.name, "topic")
			.together()
			.onMany(Reading.TYPE, Reading.class, this::applyAll);
		this.readings.failures.put(this.bad, new IllegalStateException("a bug"));
		List<ConsumerRecord<String, byte[]>> polled = new ArrayList<>(records("0", "1", "2", "3", "4", "5"));
		polled.add(4, record(4, body(this.bad)));
		assertThat(failure(many, polled).getRecord()).isSameAs(polled.get(4));
		assertThat(this.readings.of(this.key)).containsExactly(numbers(0, 4));
		assertThat(this.calls.getLast()).as("judged by itself").containsExactly(this.bad);
	}

	private Mono<Void> applyAll(List<Event<Reading>> events) {
		this.calls.add(events.stream().map((event) -> event.data().value()).toList());
		return Flux.fromIterable(events).concatMap(this.readings::apply).then();
	}

	private Mono<Void> dieAt(Event<Reading> event, String value) {
		return event.data().value().equals(value)
				? this.database.sql("select pg_terminate_backend(pg_backend_pid())").then() : Mono.empty();
	}

	/** A constraint that is checked at the end of the transaction. */
	private void refuseAtCommit() {
		String trigger = "bad_" + this.bad.replace("-", "");
		this.database.sql("""
				create function %1$s() returns trigger language plpgsql as $$
				begin
				  if new.value = '%2$s' then raise exception 'refused' using errcode = 'check_violation'; end if;
				  return null;
				end
				$$""".formatted(trigger, this.bad)).then().block();
		this.database.sql("""
				create constraint trigger %1$s after insert on reading deferrable initially deferred
				for each row execute function %1$s()""".formatted(trigger)).then().block();
	}

	private EventConsumer consumer() {
		return EventConsumer.of(this.name, "topic").on(Reading.TYPE, Reading.class, this.readings::apply);
	}

	private EventConsumer together() {
		return consumer().together();
	}

	private void apply(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> polled) {
		apply(consumer, polled, limits(200, 1_000_000, LONG));
	}

	private void apply(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> polled,
			EventsSettings.Together limits) {
		new ApplyEvents(consumer, new ConsumerGroup(this.name, "topic", this.name), new EventReader(this.json, 1000),
				this.inbox, new ConsumerMetrics(this.meters), limits)
			.apply(polled, this.applied::add);
	}

	private BatchListenerFailedException failure(EventConsumer consumer, List<ConsumerRecord<String, byte[]>> polled) {
		return catchThrowableOfType(BatchListenerFailedException.class, () -> apply(consumer, polled));
	}

	private static EventsSettings.Together limits(int events, int bytes, Duration time) {
		return new EventsSettings.Together(events, DataSize.ofBytes(bytes), time);
	}

	private List<ConsumerRecord<String, byte[]>> records(String... values) {
		return IntStream.range(0, values.length).mapToObj((place) -> record(place, body(values[place]))).toList();
	}

	private ConsumerRecord<String, byte[]> record(int offset, String body) {
		return record(offset, body, Reading.TYPE);
	}

	private ConsumerRecord<String, byte[]> record(int offset, String body, String type) {
		RecordHeaders headers = new RecordHeaders();
		CloudEventHeaders.add(headers, "ce_specversion", "1.0");
		CloudEventHeaders.add(headers, "ce_id", UUID.randomUUID().toString());
		CloudEventHeaders.add(headers, "ce_type", "city.plaza." + type);
		byte[] value = body.getBytes(StandardCharsets.UTF_8);
		return new ConsumerRecord<>("topic", 0, offset, 0, TimestampType.CREATE_TIME, 0, value.length, this.key, value,
				headers, Optional.empty());
	}

	private static String[] numbers(int from, int to) {
		return IntStream.range(from, to).mapToObj(String::valueOf).toArray(String[]::new);
	}

	private long remembered() {
		return this.database.sql("select count(*) as it from inbox where consumer = $1")
			.bind(0, this.name)
			.map((row) -> row.get("it", Long.class))
			.one()
			.block();
	}

	private double count(String what) {
		return this.meters.find("plaza.events." + what).counters().stream().mapToDouble((found) -> found.count()).sum();
	}

}
