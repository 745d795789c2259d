package city.plaza.platform.events.topic;

import java.util.List;

/**
 * The topics that hold what this service's consumers could not apply.
 *
 * @param names one for each consumer
 */
public record DeadLetterTopics(List<String> names) {
}
