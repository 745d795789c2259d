package city.plaza.client;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of the city to the resident.
 *
 * @param state such as {@code delivered}
 */
public record Notice(UUID id, String template, String channel, String state, String subject, Instant at) {
}
