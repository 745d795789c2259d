package city.plaza.platform.events.outbox;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import city.plaza.platform.failure.Causes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends committed events of one priority to Kafka. A round claims lanes, sends what is
 * unsent in them, deletes what was acknowledged and releases the lanes, in one
 * transaction: if this process dies in between, the events are sent again and the
 * readers' inboxes see it.
 */
class Relay {

	private static final Logger log = LoggerFactory.getLogger(Relay.class);

	/** The result of a round. */
	enum Outcome {

		/** Nothing is left that this relay may send. */
		DRAINED,
		/** A lane was full: there may be more. */
		MORE,
		/** Nothing can be sent now. */
		FAILED

	}

	private final ClaimRows claims;

	private final Sender sender;

	private final SettleRows settle;

	/** The error that was logged last; null where the last round went well. */
	private final AtomicReference<@Nullable String> logged = new AtomicReference<>();

	Relay(ClaimRows claims, Sender sender, SettleRows settle) {
		this.claims = claims;
		this.sender = sender;
		this.settle = settle;
	}

	Priority priority() {
		return this.claims.priority();
	}

	/** Once at the start, when what was parked may have become sendable. */
	Mono<Void> begin(List<String> ownTopics) {
		return this.claims.begin(ownTopics);
	}

	/** Before a topic has lanes, none of its rows is sent. */
	Mono<Void> addMissingLanes() {
		return this.claims.addMissingLanes();
	}

	/** Sends until nothing is left or something fails; never an error. */
	Mono<Outcome> drain() {
		return round().expand((outcome) -> (outcome == Outcome.MORE) ? round() : Mono.empty()).last(Outcome.DRAINED);
	}

	private Mono<Outcome> round() {
		return this.claims.claim(this.settle::pausedTopics, this::send)
			.defaultIfEmpty(Outcome.DRAINED)
			.onErrorResume((error) -> Mono.fromSupplier(() -> failed(error)));
	}

	/**
	 * Settles after all sends: the connection is that of the transaction, and takes one
	 * statement at a time.
	 */
	private Mono<Outcome> send(ClaimRows.Claim claim) {
		Round round = new Round(this.sender, claim.lastBegin());
		return this.settle.ofKnownTopics(claim.transaction(), claim.rows())
			.flatMap(round::send)
			.flatMap((sent) -> settleFailures(claim, round).then(this.settle.sent(claim.transaction(), sent)))
			.then(Mono.fromSupplier(() -> outcome(claim, round)));
	}

	private Mono<Void> settleFailures(ClaimRows.Claim claim, Round round) {
		return Flux.defer(() -> Flux.fromIterable(round.failures()))
			.concatMap((failed) -> this.settle.failed(claim.transaction(), failed.row(), failed.error()))
			.then();
	}

	private Outcome outcome(ClaimRows.Claim claim, Round round) {
		Throwable error = round.outage();
		if (error != null) {
			return failed(error);
		}
		if (this.logged.getAndSet(null) != null) {
			log.info("Events are sent again");
		}
		return claim.isFull() ? Outcome.MORE : Outcome.DRAINED;
	}

	/** One line when it starts, or becomes another error; not one for each round. */
	private Outcome failed(Throwable error) {
		String name = Causes.name(error);
		if (!name.equals(this.logged.getAndSet(name))) {
			log.warn("Events wait in the outbox, and will be sent once this is over: {}", name);
		}
		return Outcome.FAILED;
	}

}
