package city.plaza.platform.events.outbox;

import java.util.List;

import reactor.core.publisher.Mono;

/**
 * Where events are written, in the transaction of the state change they describe. A relay
 * sends them to Kafka, in order per key, at least once.
 */
public interface Outbox {

	/**
	 * Writes the event; it is published once the transaction around it commits.
	 * @param event what happened
	 * @return completes when the row is written
	 * @throws IllegalStateException (as an error signal) outside of a transaction
	 */
	default Mono<Void> append(NewEvent event) {
		return append(List.of(event));
	}

	/**
	 * Writes events in one statement, in their order; they are published once the
	 * transaction around them commits.
	 * @param events what happened; a few hundred at most, as all are in memory
	 * @return completes when the rows are written
	 * @throws IllegalStateException (as an error signal) outside of a transaction
	 */
	Mono<Void> append(List<NewEvent> events);

}
