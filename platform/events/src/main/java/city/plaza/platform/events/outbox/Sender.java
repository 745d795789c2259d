package city.plaza.platform.events.outbox;

import reactor.core.publisher.Mono;

/** Brings one event to the broker. */
@FunctionalInterface
interface Sender {

	/**
	 * Sends the event.
	 * @param row the event
	 * @param lastBegin when it has to be on its way, as {@link System#nanoTime}
	 * @return completes once every in-sync replica has it; {@link LeaseOverException} if
	 * it was not begun in time
	 */
	Mono<Void> send(OutboxRow row, long lastBegin);

}
