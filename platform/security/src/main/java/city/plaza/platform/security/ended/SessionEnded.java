package city.plaza.platform.security.ended;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is read of the event.
 *
 * @param sessionId the {@code sid} of its tokens
 * @param tokensUntil when the last of them has expired
 */
record SessionEnded(UUID sessionId, Instant tokensUntil) {

	static final String TOPIC = "identity.sessions";

	static final String TYPE = "SessionEnded";

	private static final String TYPE_HEADER = "city.plaza." + TYPE;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	SessionEnded {
		Objects.requireNonNull(sessionId, "sessionId");
		Objects.requireNonNull(tokensUntil, "tokensUntil");
	}

	/**
	 * Reads a record.
	 * @return nothing where it is an event of another type
	 * @throws RuntimeException if the body cannot be read
	 */
	static Optional<SessionEnded> of(ConsumerRecord<byte[], byte[]> event) {
		Header type = event.headers().lastHeader("ce_type");
		if (type == null || !TYPE_HEADER.equals(new String(type.value(), StandardCharsets.UTF_8))) {
			return Optional.empty();
		}
		return Optional.of(JSON.readValue(event.value(), SessionEnded.class));
	}

}
