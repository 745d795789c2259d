package city.plaza.platform.events.outbox;

import java.nio.charset.StandardCharsets;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.Traceparent;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes a CloudEvent of a row of the outbox. */
final class CloudEventRecord {

	private CloudEventRecord() {
	}

	static ProducerRecord<String, byte[]> of(OutboxRow row) {
		byte[] body = row.data().getBytes(StandardCharsets.UTF_8);
		ProducerRecord<String, byte[]> message = new ProducerRecord<>(row.topic(), row.key(), body);
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.VERSION);
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.ID, row.id().toString());
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.TYPE, CloudEventHeaders.TYPE_PREFIX + row.type());
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.SOURCE, row.source());
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.TIME, row.occurredAt().toString());
		CloudEventHeaders.add(message.headers(), CloudEventHeaders.SUBJECT, row.key());
		CloudEventHeaders.add(message.headers(), "content-type", "application/json");
		if (row.traceparent() != null) {
			CloudEventHeaders.add(message.headers(), Traceparent.HEADER, row.traceparent());
		}
		return message;
	}

}
