package city.plaza.platform.events;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in the binary mode of its Kafka binding. */
public final class CloudEventHeaders {

	public static final String SPEC_VERSION = "ce_specversion";

	public static final String VERSION = "1.0";

	public static final String ID = "ce_id";

	public static final String TYPE = "ce_type";

	public static final String SOURCE = "ce_source";

	public static final String TIME = "ce_time";

	public static final String SUBJECT = "ce_subject";

	public static final String TYPE_PREFIX = "city.plaza.";

	private CloudEventHeaders() {
	}

	/** The event's name without the prefix that all of Plaza's share. */
	public static @Nullable String type(Headers headers) {
		String type = read(headers, TYPE);
		return (type != null && type.startsWith(TYPE_PREFIX)) ? type.substring(TYPE_PREFIX.length()) : type;
	}

	public static @Nullable String read(Headers headers, String name) {
		Header header = headers.lastHeader(name);
		return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	public static void add(Headers headers, String name, String value) {
		headers.add(name, value.getBytes(StandardCharsets.UTF_8));
	}

}
