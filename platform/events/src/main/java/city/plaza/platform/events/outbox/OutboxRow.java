package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param data the JSON body
 * @param traceparent of the request that caused it, if it had one
 */
record OutboxRow(UUID id, String topic, String key, String type, String source, String data,
		@Nullable String traceparent, Instant occurredAt) {
}
