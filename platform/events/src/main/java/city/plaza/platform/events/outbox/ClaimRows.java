package city.plaza.platform.events.outbox;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes lanes that hold work for one relay, for as long as it works on their rows. */
class ClaimRows {

	private final Priority priority;

	private final OutboxLanes lanes;

	private final OutboxRows rows;

	private final ConnectionFactory connections;

	private final Lease lease;

	private final int batch;

	/**
	 * Claims of one relay.
	 * @param connections of the relay alone
	 * @param batch rows of a lane in one claim
	 */
	ClaimRows(Priority priority, OutboxLanes lanes, OutboxRows rows, ConnectionFactory connections, Lease lease,
			int batch) {
		this.priority = priority;
		this.lanes = lanes;
		this.rows = rows;
		this.connections = connections;
		this.lease = lease;
		this.batch = batch;
	}

	Priority priority() {
		return this.priority;
	}

	/** Once at the start, when what was parked may have become sendable. */
	Mono<Void> begin(List<String> ownTopics) {
		return Flux.fromIterable(ownTopics)
			.concatMap(this.lanes::add)
			.then(this.rows.release())
			.then()
			.onErrorComplete();
	}

	/** Before a topic has lanes, none of its rows is sent. */
	Mono<Void> addMissingLanes() {
		return this.lanes.addMissing().onErrorComplete();
	}

	/**
	 * Works on a claim, in one transaction.
	 * @param paused topics to leave out, read at each claim
	 * @return what the work gives; empty if there is nothing to claim
	 */
	<T> Mono<T> claim(Supplier<String[]> paused, Function<Claim, Mono<T>> work) {
		return Mono.usingWhen(Mono.from(this.connections.create()).map(RelayTransaction::new),
				(transaction) -> read(transaction, paused).flatMap(work), RelayTransaction::end,
				(transaction, error) -> transaction.rollBack(), RelayTransaction::rollBack);
	}

	private Mono<Claim> read(RelayTransaction transaction, Supplier<String[]> paused) {
		return Mono.defer(() -> {
			long lastBegin = this.lease.lastBegin();
			return transaction.begin(this.priority, paused.get(), this.batch)
				.filter((rows) -> !rows.isEmpty())
				.map((rows) -> new Claim(transaction, rows, lastBegin, rows.size() >= this.batch));
		});
	}

	/**
	 * Rows that no other relay works on.
	 *
	 * @param transaction in which it lasts
	 * @param rows to be sent
	 * @param lastBegin when sends have to have begun, as {@link System#nanoTime}
	 * @param isFull whether there may be more; cheaper than counting by lane, and a round
	 * too many is only an empty claim
	 */
	record Claim(RelayTransaction transaction, List<OutboxRow> rows, long lastBegin, boolean isFull) {
	}

}
