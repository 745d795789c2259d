package city.plaza.platform.events;

import java.util.List;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Shows in the readiness response what waits and what stopped. It takes no instance out
 * of service: pages and API do without Kafka, and an outage concerns all instances at
 * once.
 */
class EventsHealth implements HealthIndicator {

	private final List<HealthDetails> details;

	EventsHealth(List<HealthDetails> details) {
		this.details = details;
	}

	@Override
	public Health health() {
		Health.Builder health = Health.up();
		this.details.forEach((part) -> part.addTo(health));
		return health.build();
	}

}
