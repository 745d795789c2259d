package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import city.plaza.platform.events.HealthDetails;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.health.contributor.Health;

/** What waits in the outbox, and what left it. */
class OutboxMetrics implements HealthDetails {

	private final MeterRegistry registry;

	private final AtomicLong unsent = new AtomicLong();

	private final AtomicLong parked = new AtomicLong();

	/** When the oldest unsent row was written, by this clock; 0 if nothing waits. */
	private final AtomicLong oldestSince = new AtomicLong();

	OutboxMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("plaza.outbox.unsent", this.unsent, AtomicLong::get)
			.description("Events written and not yet sent")
			.register(registry);
		Gauge.builder("plaza.outbox.parked", this.parked, AtomicLong::get)
			.description("Events that cannot be sent and wait for an operator")
			.register(registry);
		Gauge.builder("plaza.outbox.oldest.unsent.age", this, OutboxMetrics::oldestAge)
			.description("Age of the oldest event not yet sent")
			.baseUnit("seconds")
			.register(registry);
	}

	void backlog(OutboxBacklog.Backlog backlog) {
		this.unsent.set(backlog.unsent());
		this.parked.set(backlog.parked());
		this.oldestSince.set((backlog.unsent() > 0) ? System.nanoTime() - backlog.age().toNanos() : 0);
	}

	/** Keeps growing while the database cannot be reached. */
	private double oldestAge() {
		long since = this.oldestSince.get();
		return (since != 0) ? Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0 : 0;
	}

	void parked(OutboxRow row) {
		this.registry.counter("plaza.events.parked", "topic", row.topic()).increment();
	}

	void published(OutboxRow row) {
		this.registry.counter("plaza.events.published", "topic", row.topic()).increment();
	}

	@Override
	public void addTo(Health.Builder health) {
		health.withDetail("unsent", this.unsent.get()).withDetail("parked", this.parked.get());
	}

}
