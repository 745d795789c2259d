package city.plaza.platform.events.inbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import city.plaza.platform.events.ConsumerGroup;
import org.jspecify.annotations.Nullable;

/**
 * What a feature reads from one stream. As a bean it is listened to: in order per key,
 * each event once, poison to the dead-letter topic. Types without a handler are passed
 * over.
 */
public final class Subscription {

	private final String name;

	private final String topic;

	private final Map<String, Handling<?>> handlings = new LinkedHashMap<>();

	private Subscription(String name, String topic) {
		this.name = name;
		this.topic = topic;
	}

	/**
	 * Starts a subscription.
	 * @param name what reads, unique in the service and never changed: the consumer group
	 * is {@code <service>.<name>} and the inbox remembers by it
	 * @param topic the stream
	 * @return a subscription without handlers
	 */
	public static Subscription of(String name, String topic) {
		return new Subscription(name, topic);
	}

	/**
	 * Adds a handler for a type of event.
	 * @param <T> the consumer's own record of the fields it reads
	 * @param type such as {@code CustomerChanged}
	 * @param data the record's class
	 * @param handler applies it
	 * @return this subscription
	 */
	public <T> Subscription on(String type, Class<T> data, EventHandler<T> handler) {
		if (this.handlings.putIfAbsent(type, new Handling<>(data, handler)) != null) {
			throw new IllegalStateException("Two handlers of " + type + " in " + this.name);
		}
		return this;
	}

	String name() {
		return this.name;
	}

	ConsumerGroup group(String service) {
		return new ConsumerGroup(this.name, this.topic, service + "." + this.name);
	}

	Optional<Handling<?>> handling(@Nullable String type) {
		return Optional.ofNullable((type != null) ? this.handlings.get(type) : null);
	}

	record Handling<T>(Class<T> data, EventHandler<T> handler) {
	}

}
