package city.plaza.platform.events;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What operators watch: does anything wait, and what happened to what was read. */
class EventMetrics {

	private final MeterRegistry registry;

	private final AtomicLong unsent = new AtomicLong();

	private final AtomicLong parked = new AtomicLong();

	/** When the oldest unsent row was written, by this clock; 0 if nothing waits. */
	private final AtomicLong oldestSince = new AtomicLong();

	EventMetrics(MeterRegistry registry) {
		this.registry = registry;
		Gauge.builder("plaza.outbox.unsent", this.unsent, AtomicLong::get)
			.description("Events written and not yet sent")
			.register(registry);
		Gauge.builder("plaza.outbox.parked", this.parked, AtomicLong::get)
			.description("Events that cannot be sent and wait for somebody")
			.register(registry);
		Gauge.builder("plaza.outbox.oldest.unsent.age", this, EventMetrics::oldestAge)
			.description("Age of the oldest event not yet sent")
			.baseUnit("seconds")
			.register(registry);
	}

	void backlog(OutboxBacklog.Backlog backlog) {
		this.unsent.set(backlog.unsent());
		this.parked.set(backlog.parked());
		this.oldestSince.set((backlog.unsent() > 0) ? System.nanoTime() - backlog.age().toNanos() : 0);
	}

	/** Grows on by itself while the database cannot be asked. */
	private double oldestAge() {
		long since = this.oldestSince.get();
		return (since != 0) ? Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0 : 0;
	}

	long unsent() {
		return this.unsent.get();
	}

	long parked() {
		return this.parked.get();
	}

	void parked(OutboxRow row) {
		this.registry.counter("plaza.events.parked", "topic", row.topic()).increment();
	}

	void published(OutboxRow row) {
		this.registry.counter("plaza.events.published", "topic", row.topic()).increment();
	}

	void watch(ListenerState listener) {
		Subscription of = listener.subscription();
		Gauge.builder("plaza.events.listener.stopped", listener, (state) -> state.isStopped() ? 1 : 0)
			.description("1 while a listener stopped by an error has not started again")
			.tags("topic", of.topic(), "subscription", of.name())
			.register(this.registry);
		Gauge.builder("plaza.events.listener.waiting", listener, (state) -> state.waitingFor().toMillis() / 1000.0)
			.description("How long a listener has waited for something that is down")
			.baseUnit("seconds")
			.tags("topic", of.topic(), "subscription", of.name())
			.register(this.registry);
	}

	void consumed(Subscription by) {
		count("plaza.events.consumed", by);
	}

	void repeated(Subscription by) {
		count("plaza.events.repeated", by);
	}

	void deadLettered(Subscription by) {
		count("plaza.events.dead.lettered", by);
	}

	private void count(String name, Subscription by) {
		this.registry.counter(name, "topic", by.topic(), "subscription", by.name()).increment();
	}

}
