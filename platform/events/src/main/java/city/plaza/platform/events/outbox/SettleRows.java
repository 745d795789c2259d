package city.plaza.platform.events.outbox;

import java.util.List;
import java.util.Set;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.events.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the results of a round: rows that were sent are deleted, the others wait or are
 * parked.
 */
class SettleRows {

	private static final Logger log = LoggerFactory.getLogger(SettleRows.class);

	private final TopicBackoff backoff = new TopicBackoff();

	private final Topics topics;

	private final OutboxMetrics metrics;

	SettleRows(Topics topics, OutboxMetrics metrics) {
		this.topics = topics;
		this.metrics = metrics;
	}

	String[] pausedTopics() {
		return this.backoff.paused();
	}

	/**
	 * Leaves out rows of topics that do not exist.
	 * @return the others
	 */
	Mono<List<OutboxRow>> ofKnownTopics(RelayTransaction in, List<OutboxRow> unsent) {
		return this.topics.missing(unsent.stream().map(OutboxRow::topic).toList())
			.flatMap((missing) -> Flux.fromIterable(missing)
				.concatMap((topic) -> missing(in, topic, unsent))
				.then(Mono.fromSupplier(() -> without(missing, unsent))));
	}

	private static List<OutboxRow> without(Set<String> missing, List<OutboxRow> unsent) {
		return unsent.stream().filter((row) -> !missing.contains(row.topic())).toList();
	}

	/** An own topic will be there; any other that is missing was never right. */
	private Mono<Void> missing(RelayTransaction in, String topic, List<OutboxRow> unsent) {
		if (this.topics.isOwned(topic)) {
			return Mono.fromRunnable(() -> this.backoff.pause(topic, "the topic is not there yet"));
		}
		return Flux.fromIterable(unsent)
			.filter((row) -> row.topic().equals(topic))
			.concatMap((row) -> park(in, row, "The topic is unknown"))
			.then();
	}

	Mono<Void> failed(RelayTransaction in, OutboxRow row, Throwable error) {
		String reason = Causes.name(error);
		return switch (SendFailure.of(error)) {
			case OUTAGE -> Mono.fromRunnable(() -> this.topics.forget(row.topic(), error));
			case FORBIDDEN -> Mono.fromRunnable(() -> this.backoff.pause(row.topic(), reason));
			case UNSENDABLE -> park(in, row, reason);
			case UNKNOWN -> {
				if (this.backoff.failedTooOften(row)) {
					yield park(in, row, reason);
				}
				yield Mono.fromRunnable(() -> this.backoff.pause(row.topic(), reason));
			}
		};
	}

	private Mono<Void> park(RelayTransaction in, OutboxRow row, String reason) {
		return in.park(row.id(), reason).doOnSuccess((done) -> {
			this.backoff.parked(row);
			this.metrics.parked(row);
			log.error("Event {} ({}) of {} cannot be sent and is parked, with what follows of its key: {}", row.id(),
					row.type(), row.topic(), reason);
		});
	}

	/** Ends the transaction; counts what was sent only then. */
	Mono<Void> sent(RelayTransaction in, List<OutboxRow> sent) {
		return in.commit(sent.stream().map(OutboxRow::id).toList()).then(Mono.fromRunnable(() -> sent.forEach((row) -> {
			this.backoff.sent(row);
			this.metrics.published(row);
		})));
	}

}
