package city.plaza.platform.events;

import reactor.core.publisher.Mono;

/** Brings one event to the broker. */
@FunctionalInterface
interface Sender {

	/**
	 * Sends the event.
	 * @param row the event
	 * @return completes once every in-sync replica has it
	 */
	Mono<Void> send(OutboxRow row);

}
