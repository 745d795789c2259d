package city.plaza.platform.events.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.Event;
import city.plaza.platform.events.deadletter.PoisonException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads an event from a record, or throws the reason why that is not possible. */
class EventReader {

	private final JsonMapper json;

	private final long maxBody;

	/**
	 * A reader.
	 * @param json the service's own; fields that it does not know are ignored
	 * @param maxBody in bytes
	 */
	EventReader(JsonMapper json, long maxBody) {
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		this.maxBody = maxBody;
	}

	<T> Event<T> read(ConsumerRecord<String, byte[]> record, String type, Class<T> data) {
		String subject = CloudEventHeaders.read(record.headers(), CloudEventHeaders.SUBJECT);
		return new Event<>(id(record.headers()), type, (subject != null) ? subject : key(record), time(record),
				body(record, data));
	}

	/** Another version may mean something else by the same headers. */
	static void checkVersion(Headers headers) {
		String version = CloudEventHeaders.read(headers, CloudEventHeaders.SPEC_VERSION);
		if (version == null) {
			throw new PoisonException("The header ce_specversion is missing");
		}
		if (!version.equals(CloudEventHeaders.VERSION)) {
			throw new PoisonException("The header ce_specversion is not " + CloudEventHeaders.VERSION);
		}
	}

	/** Checked for types without a handler too: a record without an id is no event. */
	static UUID id(Headers headers) {
		String id = CloudEventHeaders.read(headers, CloudEventHeaders.ID);
		if (id == null) {
			throw new PoisonException("The header ce_id is missing");
		}
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException ex) {
			throw new PoisonException("The header ce_id is not a UUID");
		}
	}

	static String type(Headers headers) {
		String type = CloudEventHeaders.type(headers);
		if (type == null) {
			throw new PoisonException("The header ce_type is missing");
		}
		return type;
	}

	private static String key(ConsumerRecord<String, byte[]> record) {
		return (record.key() != null) ? record.key() : "";
	}

	private static Instant time(ConsumerRecord<String, byte[]> record) {
		String time = CloudEventHeaders.read(record.headers(), CloudEventHeaders.TIME);
		try {
			return (time != null) ? Instant.parse(time) : Instant.ofEpochMilli(record.timestamp());
		}
		catch (DateTimeException ex) {
			throw new PoisonException("The header ce_time is not a time");
		}
	}

	private <T> T body(ConsumerRecord<String, byte[]> record, Class<T> data) {
		byte[] body = record.value();
		if (body == null) {
			throw new PoisonException("There is no body");
		}
		if (body.length > this.maxBody) {
			throw new PoisonException("The body is larger than " + this.maxBody + " bytes");
		}
		try {
			T read = this.json.readValue(body, data);
			if (read == null) {
				throw new PoisonException("The body is null");
			}
			return read;
		}
		catch (JacksonException ex) {
			throw new PoisonException("The body cannot be read as " + data.getSimpleName(), ex);
		}
	}

}
