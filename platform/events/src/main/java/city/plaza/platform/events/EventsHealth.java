package city.plaza.platform.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows in the readiness answer what waits and what stopped. It takes no instance out of
 * service: pages and API do without Kafka, and an outage concerns all instances at once.
 */
class EventsHealth implements HealthIndicator {

	/** Is passed over where several states become one, and is answered with 200. */
	static final Status WAITING = new Status("WAITING");

	static final Status STOPPED = new Status("STOPPED");

	private final List<ListenerState> listeners;

	private final EventMetrics metrics;

	EventsHealth(List<ListenerState> listeners, EventMetrics metrics) {
		this.listeners = listeners;
		this.metrics = metrics;
	}

	@Override
	public Health health() {
		Map<String, String> described = new TreeMap<>();
		this.listeners.forEach((listener) -> described.put(listener.subscription().name(), listener.describe()));
		return Health.status(status())
			.withDetail("listeners", described)
			.withDetail("unsent", this.metrics.unsent())
			.withDetail("parked", this.metrics.parked())
			.build();
	}

	private Status status() {
		if (this.listeners.stream().anyMatch(ListenerState::isStopped)) {
			return STOPPED;
		}
		return this.listeners.stream().allMatch((listener) -> listener.waitingFor().isZero()) ? Status.UP : WAITING;
	}

}
