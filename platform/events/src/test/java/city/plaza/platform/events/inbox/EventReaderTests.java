package city.plaza.platform.events.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.Event;
import city.plaza.platform.events.deadletter.FailureKind;
import city.plaza.platform.events.deadletter.PoisonException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventReaderTests {

	private static final String ID = "0198f2a4-7c11-7a2e-9f6b-1c2d3e4f5a6b";

	private static final long PUBLISHED = Instant.parse("2026-03-01T08:00:00Z").toEpochMilli();

	record Taken(String value, int count) {

		Taken {
			if (count < 0) {
				throw new IllegalArgumentException("secret 4711");
			}
		}

	}

	private final EventReader reader = new EventReader(
			JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build(), 60);

	private final RecordHeaders headers = new RecordHeaders();

	@Test
	void readsWhatTheConsumerKnowsOfAnEvent() {
		put("ce_id", ID);
		put("ce_subject", "customer-7");
		put("ce_time", "2026-03-02T14:00:00.123456Z");
		assertThat(read("{\"value\":\"m³\",\"count\":2,\"later\":{\"a\":[1]}}"))
			.isEqualTo(new Event<>(UUID.fromString(ID), "ReadingTaken", "customer-7",
					Instant.parse("2026-03-02T14:00:00.123456Z"), new Taken("m³", 2)));
	}

	@Test
	void takesTheKeyAndTheTimeOfTheRecordWhereTheEventHasNone() {
		put("ce_id", ID);
		Event<Taken> event = read("{\"value\":\"a\",\"count\":1}");
		assertThat(event.subject()).isEqualTo("key");
		assertThat(event.time()).isEqualTo(Instant.ofEpochMilli(PUBLISHED));
		assertThat(
				this.reader.read(published(null, "{}".getBytes(StandardCharsets.UTF_8)), "ReadingTaken", Object.class)
					.subject())
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02T14:00:00Z, 2026-03-02T14:00:00Z", "2026-03-02t14:00:00z, 2026-03-02T14:00:00Z",
			"2026-03-02T14:00:00+02:00, 2026-03-02T12:00:00Z",
			"2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999999999Z",
			"2026-03-02T24:00:00Z, 2026-03-03T00:00:00Z", "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
			"2026-02-29T00:00:00Z, ", "2026-03-02, ", "2026-03-02T14:00:00, ", "'', ", "now, ", "1772460000, ",
			"2026-03-02 14:00:00Z, ", "2026-03-02T25:00:00Z, " })
	void readsTimesOfRfc3339AndNoOther(String time, @Nullable Instant read) {
		put("ce_id", ID);
		put("ce_time", time);
		if (read != null) {
			assertThat(read("{\"value\":\"a\",\"count\":1}").time()).isEqualTo(read);
		}
		else {
			assertPoison("The header ce_time is not a time", () -> read("{\"value\":\"a\",\"count\":1}"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "1", "no uuid", "0198f2a4-7c11-7a2e-9f6b-1c2d3e4f5a6g",
			"0198f2a47c117a2e9f6b1c2d3e4f5a6b", "0198f2a4-7c11-7a2e-9f6b-1c2d3e4f5a6b-1",
			" 0198f2a4-7c11-7a2e-9f6b-1c2d3e4f5a6b", "a\r\nb", "\u0660" })
	void refusesAnIdThatIsNone(String id) {
		put("ce_id", id);
		assertPoison("The header ce_id is not a UUID", () -> EventReader.id(this.headers));
	}

	@Test
	void refusesARecordThatIsNoEvent() {
		assertPoison("The header ce_id is missing", () -> EventReader.id(this.headers));
		assertPoison("The header ce_type is missing", () -> EventReader.type(this.headers));
		assertPoison("The header ce_specversion is missing", () -> EventReader.checkVersion(this.headers));
		put("ce_id", ID);
		put("ce_type", "city.plaza.ReadingTaken");
		put("ce_specversion", "1.0");
		assertThat(EventReader.id(this.headers)).hasToString(ID);
		assertThat(EventReader.type(this.headers)).isEqualTo("ReadingTaken");
		EventReader.checkVersion(this.headers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "1.1", "0.3", "2.0", "1.0 ", "v1.0", "1.0\n" })
	void refusesAnotherVersionOfCloudEvents(String version) {
		put("ce_specversion", version);
		assertPoison("The header ce_specversion is not 1.0", () -> EventReader.checkVersion(this.headers));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			null                          | The body is null
			``                            | The body cannot be read as Taken
			{                             | The body cannot be read as Taken
			[]                            | The body cannot be read as Taken
			"4711"                        | The body cannot be read as Taken
			{"value":"a","count":"4711x"} | The body cannot be read as Taken
			{"value":"a","count":-4711}   | The body cannot be read as Taken
			{"value":"a","count":99999999999} | The body cannot be read as Taken
			{"value":"a","count":1}{}     | The body cannot be read as Taken
			""")
	void refusesABodyThatCannotBeReadWithoutQuotingIt(String body, String reason) {
		put("ce_id", ID);
		assertPoison(reason, () -> read(body));
	}

	@Test
	void refusesABodyThatIsMissingOrTooLarge() {
		put("ce_id", ID);
		assertPoison("There is no body", () -> this.reader.read(published("key", null), "ReadingTaken", Taken.class));
		String sixty = "{\"value\":\"" + "x".repeat(38) + "\",\"count\":1}";
		assertThat(sixty).hasSize(60);
		assertThat(read(sixty).data().count()).isOne();
		assertPoison("The body is larger than 60 bytes", () -> read(sixty + " "));
		assertPoison("The body is larger than 60 bytes", () -> read(sixty.replace("xx", "é") + "é"));
	}

	private void assertPoison(String reason, Runnable reading) {
		assertThatExceptionOfType(PoisonException.class).isThrownBy(reading::run)
			.withMessage(reason)
			.satisfies((poison) -> assertThat(FailureKind.of(poison)).isEqualTo(FailureKind.POISON));
	}

	private Event<Taken> read(String body) {
		return this.reader.read(published("key", body.getBytes(StandardCharsets.UTF_8)), "ReadingTaken", Taken.class);
	}

	private ConsumerRecord<String, byte[]> published(@Nullable String key, byte @Nullable [] body) {
		return new ConsumerRecord<>("test.readings", 0, 7, PUBLISHED, TimestampType.CREATE_TIME, 0, 0, key, body,
				this.headers, Optional.empty());
	}

	private void put(String name, String value) {
		CloudEventHeaders.add(this.headers, name, value);
	}

}
