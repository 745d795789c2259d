package city.plaza.platform.events;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of the events that the test's service reads. */
public final class ReadingRecords {

	private ReadingRecords() {
	}

	public static ProducerRecord<String, String> record(UUID id, String key, String body) {
		ProducerRecord<String, String> record = new ProducerRecord<>(EventsTestApplication.TOPIC, key, body);
		CloudEventHeaders.add(record.headers(), "ce_specversion", "1.0");
		CloudEventHeaders.add(record.headers(), "ce_id", id.toString());
		CloudEventHeaders.add(record.headers(), "ce_type", "city.plaza.ReadingTaken");
		return record;
	}

	public static String body(String value) {
		return "{\"value\": \"%s\", \"laterAdded\": {\"a\": 1}}".formatted(value);
	}

	public static List<ConsumerRecord<String, byte[]>> deadLetters(Map<String, Object> kafka, String key) {
		return RawRecords.all(kafka, EventsTestApplication.DEAD_LETTERS)
			.stream()
			.filter((record) -> key.equals(record.key()))
			.toList();
	}

	public static String header(ConsumerRecord<String, byte[]> record, String name) {
		return String.valueOf(CloudEventHeaders.read(record.headers(), name));
	}

}
