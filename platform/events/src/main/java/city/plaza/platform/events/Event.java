package city.plaza.platform.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a consumer reads it.
 *
 * @param <T> the consumer's own record of the fields it reads
 * @param id the CloudEvents id: the same event read twice has the same id
 * @param type its name, such as {@code CustomerChanged}
 * @param subject the aggregate's id
 * @param time when it happened
 * @param data the body
 */
public record Event<T>(UUID id, String type, String subject, Instant time, T data) {
}
