package city.plaza.platform.events.inbox;

import city.plaza.platform.events.ConsumerGroup;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What happened to what was read, and whether a listener waits or stopped. */
class ConsumerMetrics {

	private final MeterRegistry registry;

	ConsumerMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	void watch(ListenerState listener) {
		ConsumerGroup of = listener.group();
		Gauge.builder("plaza.events.listener.stopped", listener, (state) -> state.isStopped() ? 1 : 0)
			.description("1 while a listener stopped by an error has not started again")
			.tags("topic", of.topic(), "subscription", of.consumer())
			.register(this.registry);
		Gauge.builder("plaza.events.listener.waiting", listener, (state) -> state.waitingFor().toMillis() / 1000.0)
			.description("How long a listener has waited for something that is down")
			.baseUnit("seconds")
			.tags("topic", of.topic(), "subscription", of.consumer())
			.register(this.registry);
	}

	void consumed(ConsumerGroup by, int events) {
		count("plaza.events.consumed", by, events);
	}

	void repeated(ConsumerGroup by, int events) {
		count("plaza.events.repeated", by, events);
	}

	private void count(String name, ConsumerGroup by, int events) {
		this.registry.counter(name, "topic", by.topic(), "subscription", by.consumer()).increment(events);
	}

}
