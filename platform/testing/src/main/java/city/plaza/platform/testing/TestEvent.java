package city.plaza.platform.testing;

import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * An event as it stands in Kafka.
 *
 * @param id of the event
 * @param type without the prefix {@code city.plaza.}
 * @param source of the event
 * @param key of the record, the aggregate's id
 * @param body the JSON
 */
public record TestEvent(UUID id, String type, String source, String key, JsonNode body) {
}
