package city.plaza.platform.events.inbox;

import java.util.HashMap;
import java.util.List;
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

	private final boolean together;

	private final Map<String, Reading<?>> readings;

	private EventConsumer(String name, String topic, boolean together, Map<String, Reading<?>> readings) {
		this.name = name;
		this.topic = topic;
		this.together = together;
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
		return new EventConsumer(name, topic, false, Map.of());
	}

	/**
	 * Applies several events in one transaction, which takes a fraction of the time. Only
	 * for a consumer whose handlers lock nothing but rows of the event's key (or all of
	 * them in one order): otherwise two transactions of many events soon wait for each
	 * other. An event that fails is tried again in a transaction of its own.
	 * @return this consumer with its events together
	 */
	public EventConsumer together() {
		return new EventConsumer(this.name, this.topic, true, this.readings);
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
		return with(type, new Reading<>(data, (events) -> handler.handle(events.getFirst()), false));
	}

	/**
	 * Reads one type of event, of which several that follow each other are applied by one
	 * call. Without {@link #together} each list has one event.
	 * @param <T> the consumer's own record of the fields it reads
	 * @param type the constant beside the record
	 * @param data the record's class
	 * @param handler applies them
	 * @return this consumer with the type added
	 * @throws IllegalStateException if the type has a handler
	 */
	public <T> EventConsumer onMany(String type, Class<T> data, ListHandler<T> handler) {
		return with(type, new Reading<>(data, handler, true));
	}

	private EventConsumer with(String type, Reading<?> reading) {
		Map<String, Reading<?>> more = new HashMap<>(this.readings);
		if (more.put(type, reading) != null) {
			throw new IllegalStateException("Two handlers of " + type + " in " + this.name);
		}
		return new EventConsumer(this.name, this.topic, this.together, Map.copyOf(more));
	}

	boolean isTogether() {
		return this.together;
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

	/**
	 * Applies events of one type in their order, as a {@link Handler} does one.
	 *
	 * @param <T> the consumer's own record of the fields it reads
	 */
	@FunctionalInterface
	public interface ListHandler<T> {

		/**
		 * Applies the events. They belong to no trace where they are several.
		 * @param events at least one, none applied before by this consumer; several of
		 * one key are possible
		 * @return completes when the effect of all is written; an error rolls all back
		 */
		Mono<Void> handle(List<Event<T>> events);

	}

	record Reading<T>(Class<T> data, ListHandler<T> handler, boolean ofMany) {
	}

}
