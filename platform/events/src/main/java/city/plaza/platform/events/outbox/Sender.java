package city.plaza.platform.events.outbox;

import reactor.core.publisher.Mono;

/** Sends one event to Kafka. */
@FunctionalInterface
interface Sender {

	/**
	 * Sends the event.
	 * @param row the event
	 * @param lastBegin when the send has to have begun, as {@link System#nanoTime}
	 * @return completes once every in-sync replica has it; {@link LeaseExpiredException}
	 * if it was not begun in time
	 */
	Mono<Void> send(OutboxRow row, long lastBegin);

}
