package city.plaza.platform.events.inbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

/**
 * What a feature reads of one topic. A service declares it as a bean, and nothing else:
 * events are then applied in order per key, each once, and those that cannot be applied
 * go to the dead letters. Types without a handler are skipped.
 */
public final class EventConsumer {

	private final String name;

	private final String topic;

	private final Map<String, Reading<?>> readings;

	private EventConsumer(String name, String topic, Map<String, Reading<?>> readings) {
		this.name = name;
		this.topic = topic;
		this.readings = readings;
	}

	/**
	 * Starts the declaration of a consumer.
	 * @param name unique in the service and never changed: the consumer group is
	 * {@code <service>.<name>} and the inbox remembers by it
	 * @param topic to read
	 * @return a consumer that skips everything
	 */
	public static EventConsumer of(String name, String topic) {
		return new EventConsumer(name, topic, Map.of());
	}

	/**
	 * Reads one type of event.
	 * @param <T> the consumer's own record of the fields it reads
	 * @param type the constant beside the record
	 * @param data the record's class
	 * @param handler applies it
	 * @return this consumer with the type added
	 * @throws IllegalStateException if the type has a handler
	 */
	public <T> EventConsumer on(String type, Class<T> data, Handler<T> handler) {
		Map<String, Reading<?>> more = new HashMap<>(this.readings);
		if (more.put(type, new Reading<>(data, handler)) != null) {
			throw new IllegalStateException("Two handlers of " + type + " in " + this.name);
		}
		return new EventConsumer(this.name, this.topic, Map.copyOf(more));
	}

	String name() {
		return this.name;
	}

	ConsumerGroup group(String service) {
		return new ConsumerGroup(this.name, this.topic, service + "." + this.name);
	}

	Optional<Reading<?>> reading(String type) {
		return Optional.ofNullable(this.readings.get(type));
	}

	/**
	 * Applies an event. It runs in one transaction with the inbox row that makes it run
	 * once, so all its writes must go to this service's database.
	 *
	 * @param <T> the consumer's own record of the fields it reads
	 */
	@FunctionalInterface
	public interface Handler<T> {

		/**
		 * Applies the event.
		 * @param event not applied before by this consumer
		 * @return completes when its effect is written; an error rolls all back
		 */
		Mono<Void> handle(Event<T> event);

	}

	record Reading<T>(Class<T> data, Handler<T> handler) {
	}

}
