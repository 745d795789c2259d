package city.plaza.identity.limit;

import java.time.Duration;

/**
 * So many within a time that begins with the first of them.
 *
 * @param period how long they count
 */
public record Window(int most, Duration period) {
}
