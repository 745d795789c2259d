package city.plaza.platform.testing;

import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class TopicReaderTests {

	private static final UUID ID = UUID.fromString("0198f2a4-7c11-7a2e-9f6b-1c2d3e4f5a6b");

	@Test
	void readsAnEventAsItWasWritten() {
		TestEvent event = read("{\"a\":1}",
				Map.of("ce_id", ID.toString(), "ce_type", "city.plaza.BillIssued", "ce_source", "/billing-service"));
		assertThat(event.id()).isEqualTo(ID);
		assertThat(event.type()).isEqualTo("BillIssued");
		assertThat(event.source()).isEqualTo("/billing-service");
		assertThat(event.key()).isEqualTo("key");
		assertThat(event.body().path("a").asInt()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "city.plaza.A, A", "A, A", "com.city.plaza.A, com.city.plaza.A",
			"city.plaza.city.plaza.A, city.plaza.A", "cityXplazaXA, cityXplazaXA" })
	void takesOnlyPlazasPrefixOffTheType(String header, String type) {
		assertThat(read("1", Map.of("ce_type", header)).type()).isEqualTo(type);
	}

	/** A test of poison looks for what stands behind it. */
	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { "not json", "{", "{}{}", "\u0000" })
	void readsPoisonAsTheTextThatItIs(@Nullable String poison) {
		TestEvent event = read(poison, Map.of("ce_id", "no id"));
		assertThat(event.id()).isEqualTo(new UUID(0, 0));
		assertThat(event.type()).isEmpty();
		assertThat(event.body().asString("")).isEqualTo((poison != null) ? poison : "");
	}

	private static TestEvent read(@Nullable String body, Map<String, String> headers) {
		ConsumerRecord<String, String> published = new ConsumerRecord<>("topic", 0, 0, "key", body);
		headers.forEach((name, value) -> published.headers().add(name, value.getBytes(UTF_8)));
		return TopicReader.event(published);
	}

}
