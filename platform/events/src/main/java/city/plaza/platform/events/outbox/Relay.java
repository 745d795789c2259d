package city.plaza.platform.events.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.events.Causes;
import city.plaza.platform.events.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Brings committed events of one priority to Kafka. A round claims lanes, sends what is
 * unsent in them, deletes what was acknowledged and gives the lanes back, in one
 * transaction: if this process dies in between, the events are sent again and the
 * readers' inboxes see it.
 */
class Relay {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	/** What a round came to. */
	enum Outcome {

		/** Nothing is left that this relay may send. */
		DRAINED,
		/** A lane was full: there may be more. */
		MORE,
		/** Nothing can be sent now. */
		FAILED

	}

	private final Priority priority;

	private final OutboxRows rows;

	private final TransactionalOperator transaction;

	private final Topics topics;

	private final Sender sender;

	private final OutboxMetrics metrics;

	private final Lease lease;

	private final int batch;

	private final Holds holds = new Holds();

	private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

	Relay(Priority priority, OutboxRows rows, TransactionalOperator transaction, Topics topics, Sender sender,
			OutboxMetrics metrics, Lease lease, int batch) {
		this.priority = priority;
		this.rows = rows;
		this.transaction = transaction;
		this.topics = topics;
		this.sender = sender;
		this.metrics = metrics;
		this.lease = lease;
		this.batch = batch;
	}

	Priority priority() {
		return this.priority;
	}

	/** Once at the start, after which what was parked may have become sendable. */
	Mono<Void> begin() {
		return Flux.fromIterable(this.topics.owned())
			.concatMap(this.rows::addLanes)
			.then(this.rows.release())
			.then()
			.onErrorComplete();
	}

	/**
	 * Gives lanes to topics that have none yet, before which none of their rows is sent.
	 */
	Mono<Void> findLanes() {
		return this.rows.topicsWithoutLanes()
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMap(this.rows::addLanes)
			.then()
			.onErrorComplete();
	}

	/** Sends until nothing is left or something fails; never an error. */
	Mono<Outcome> drain() {
		return round().expand((outcome) -> (outcome == Outcome.MORE) ? round() : Mono.empty()).last(Outcome.DRAINED);
	}

	private Mono<Outcome> round() {
		return Mono.defer(() -> this.rows.claim(this.priority, this.holds.now()).flatMap((lanes) -> {
			Round round = new Round(this.lease.lastBegin());
			return lanes.isEmpty() ? Mono.just(Outcome.DRAINED) : work(lanes, round);
		})).as(this.transaction::transactional).onErrorResume((error) -> Mono.fromSupplier(() -> failed(error)));
	}

	private Mono<Outcome> work(List<OutboxRows.Lane> lanes, Round round) {
		return this.rows.unsent(lanes, this.priority, this.batch)
			.collectList()
			.flatMap((unsent) -> this.topics.missing(unsent.stream().map(OutboxRow::topic).toList())
				.flatMapMany(Flux::fromIterable)
				.concatMap((topic) -> leaveOut(topic, unsent, round))
				.then(Mono.defer(() -> send(unsent, round)))
				.flatMap((sent) -> remove(sent).then(Mono.fromSupplier(() -> outcome(unsent, round)))));
	}

	/** A topic of ours will be there; any other that is missing was never right. */
	private Mono<Void> leaveOut(String topic, List<OutboxRow> unsent, Round round) {
		round.leaveOut(topic);
		if (this.topics.isOwned(topic)) {
			return Mono.fromRunnable(() -> this.holds.hold(topic, "the topic is not there yet"));
		}
		return Flux.fromIterable(unsent)
			.filter((row) -> row.topic().equals(topic))
			.concatMap((row) -> park(row, "The topic is unknown"))
			.then();
	}

	/** Keys side by side; within a key one after the other, each after the last's ack. */
	private Mono<List<OutboxRow>> send(List<OutboxRow> unsent, Round round) {
		List<List<OutboxRow>> byKey = round.byKey(unsent);
		return Flux.fromIterable(byKey)
			.flatMap((ofOneKey) -> sendInOrder(ofOneKey, round), Math.max(1, byKey.size()), 1)
			.collectList()
			.flatMap((sent) -> settle(round).thenReturn(sent));
	}

	private Flux<OutboxRow> sendInOrder(List<OutboxRow> ofOneKey, Round round) {
		return Flux.fromIterable(ofOneKey).concatMap((row) -> Mono.defer(() -> send(row, round)));
	}

	private Mono<OutboxRow> send(OutboxRow row, Round round) {
		if (round.isStopped(row)) {
			return Mono.empty();
		}
		return this.sender.send(row, round.lastBegin()).thenReturn(row).onErrorResume((error) -> {
			round.stop(row, error);
			return Mono.empty();
		});
	}

	/**
	 * After the sends: the connection is that of the transaction, and takes one statement
	 * at a time.
	 */
	private Mono<Void> settle(Round round) {
		return Flux.fromIterable(round.refusals())
			.concatMap((refused) -> settle(refused.row(), refused.error()))
			.then();
	}

	private Mono<Void> settle(OutboxRow row, Throwable error) {
		String why = Causes.name(error);
		return switch (Refusal.of(error)) {
			case OUTAGE -> Mono.fromRunnable(() -> this.topics.doubt(row.topic(), error));
			case FORBIDDEN -> Mono.fromRunnable(() -> this.holds.hold(row.topic(), why));
			case UNSENDABLE -> park(row, why);
			case UNKNOWN -> {
				if (this.holds.isHopeless(row)) {
					yield park(row, why);
				}
				yield Mono.fromRunnable(() -> this.holds.hold(row.topic(), why));
			}
		};
	}

	private Mono<Void> park(OutboxRow row, String reason) {
		return this.rows.park(row.id(), reason).doOnSuccess((done) -> {
			this.holds.parked(row);
			this.metrics.parked(row);
			log.error("Event {} ({}) of {} cannot be sent and is parked, with what follows of its key: {}", row.id(),
					row.type(), row.topic(), reason);
		});
	}

	private Mono<Void> remove(List<OutboxRow> sent) {
		if (sent.isEmpty()) {
			return Mono.empty();
		}
		List<UUID> ids = sent.stream().map(OutboxRow::id).toList();
		return this.rows.published(ids).doOnNext((removed) -> sent.forEach((row) -> {
			this.holds.sent(row);
			this.metrics.published(row);
		})).then();
	}

	private Outcome outcome(List<OutboxRow> unsent, Round round) {
		Throwable error = round.outage();
		if (error != null) {
			return failed(error);
		}
		if (this.trouble.getAndSet(null) != null) {
			log.info("Events are sent again");
		}
		// Cheaper than counting by lane, and a round too many is only an empty claim.
		return (unsent.size() >= this.batch) ? Outcome.MORE : Outcome.DRAINED;
	}

	/** One line when it starts, or becomes something else; not one a round. */
	private Outcome failed(Throwable error) {
		String name = Causes.name(error);
		if (!name.equals(this.trouble.getAndSet(name))) {
			log.warn("Events wait in the outbox, and will be sent once this is over: {}", name);
		}
		return Outcome.FAILED;
	}

	/** What keeps all events from being sent, as the log has it; null if nothing does. */
	@Nullable String trouble() {
		return this.trouble.get();
	}

}
