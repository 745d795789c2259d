package city.plaza.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.transaction.reactive.TransactionalOperator;

/**
 * Brings committed events to Kafka. A round claims lanes, sends what is unsent in them,
 * marks what was acknowledged and gives the lanes back, in one transaction: if this
 * process dies in between, the events are sent again and the readers' inboxes see it.
 */
class Relay {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	/**
	 * After this a round begins no further send, so that it ends, lanes and all, well
	 * before the server would end it as idle.
	 */
	private static final Duration LONGEST_ROUND = Duration.ofSeconds(15);

	/** What a round came to. */
	enum Outcome {

		/** Nothing is left that this relay may send. */
		DRAINED,
		/** A lane was full: there may be more. */
		MORE,
		/** Something could not be sent. */
		FAILED

	}

	private final OutboxRows rows;

	private final TransactionalOperator transaction;

	private final Topics topics;

	private final Sender sender;

	private final EventMetrics metrics;

	private final int batch;

	private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();

	Relay(OutboxRows rows, TransactionalOperator transaction, Topics topics, Sender sender, EventMetrics metrics,
			int batch) {
		this.rows = rows;
		this.transaction = transaction;
		this.topics = topics;
		this.sender = sender;
		this.metrics = metrics;
		this.batch = batch;
	}

	/** Sends until nothing is left or something fails; never an error. */
	Mono<Outcome> drain() {
		return round().expand((outcome) -> (outcome == Outcome.MORE) ? round() : Mono.empty()).last(Outcome.DRAINED);
	}

	private Mono<Outcome> round() {
		return this.rows.claim()
			.flatMap((lanes) -> lanes.isEmpty() ? Mono.just(Outcome.DRAINED) : work(lanes))
			.as(this.transaction::transactional)
			.onErrorResume((error) -> Mono.fromSupplier(() -> failed(error)));
	}

	private Mono<Outcome> work(List<Short> lanes) {
		return this.rows.unsent(lanes, this.batch).collectList().flatMap((unsent) -> {
			Round round = new Round();
			return this.topics.ensure(unsent.stream().map(OutboxRow::topic).toList())
				.then(Mono.defer(() -> send(unsent, round)))
				.flatMap((sent) -> mark(sent).then(Mono.fromSupplier(() -> outcome(unsent, round))));
		});
	}

	/** Keys side by side; within a key one after the other, each after the last's ack. */
	private Mono<List<OutboxRow>> send(List<OutboxRow> unsent, Round round) {
		Map<String, List<OutboxRow>> byKey = new LinkedHashMap<>();
		unsent.forEach((row) -> byKey.computeIfAbsent(row.key(), (key) -> new ArrayList<>()).add(row));
		return Flux.fromIterable(byKey.values())
			.flatMap((ofOneKey) -> sendInOrder(ofOneKey, round), Math.max(1, byKey.size()), 1)
			.collectList();
	}

	private Flux<OutboxRow> sendInOrder(List<OutboxRow> ofOneKey, Round round) {
		return Flux.fromIterable(ofOneKey).concatMap((row) -> Mono.defer(() -> send(row, round)));
	}

	private Mono<OutboxRow> send(OutboxRow row, Round round) {
		if (round.isStopped(row.key())) {
			return Mono.empty();
		}
		return this.sender.send(row).thenReturn(row).onErrorResume((error) -> {
			round.stop(row.key(), error);
			return Mono.empty();
		});
	}

	private Mono<Void> mark(List<OutboxRow> sent) {
		if (sent.isEmpty()) {
			return Mono.empty();
		}
		List<UUID> ids = sent.stream().map(OutboxRow::id).toList();
		return this.rows.published(ids).doOnNext((marked) -> sent.forEach(this.metrics::published)).then();
	}

	private Outcome outcome(List<OutboxRow> unsent, Round round) {
		Throwable error = round.firstError();
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

	/** Which keys may go on in this round. */
	private static final class Round {

		private final Map<String, Throwable> stopped = new ConcurrentHashMap<>();

		private final long deadline = System.nanoTime() + LONGEST_ROUND.toNanos();

		private volatile boolean outage;

		boolean isStopped(String key) {
			return this.outage || this.stopped.containsKey(key) || System.nanoTime() > this.deadline;
		}

		/** A later event of the key must not overtake; an outage concerns every key. */
		void stop(String key, Throwable error) {
			this.stopped.put(key, error);
			if (Causes.any(error, RetriableException.class::isInstance)) {
				this.outage = true;
			}
		}

		@Nullable Throwable firstError() {
			return this.stopped.values().stream().findFirst().orElse(null);
		}

	}

}
