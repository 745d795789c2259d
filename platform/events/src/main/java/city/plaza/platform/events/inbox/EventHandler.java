package city.plaza.platform.events.inbox;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

/**
 * Applies an event. It runs in one transaction with the inbox row that makes it run once,
 * so all its writes must go to this service's database.
 *
 * @param <T> the consumer's own record of the fields it reads
 */
@FunctionalInterface
public interface EventHandler<T> {

	/**
	 * Applies the event.
	 * @param event read for the first time by this subscription
	 * @return completes when its effect is written; an error rolls all back
	 */
	Mono<Void> handle(Event<T> event);

}
