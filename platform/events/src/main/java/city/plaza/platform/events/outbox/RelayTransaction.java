package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/**
 * A relay's transaction, in two round trips to the server: one begins it, claims lanes
 * and reads their rows, the other deletes what was sent and commits. Each further one
 * would be a good part of an event's way.
 */
class RelayTransaction {

	/** Among the results of {@link #claiming}. */
	private static final long ROWS = 2;

	private final Connection connection;

	private volatile boolean isCommitted;

	/**
	 * A transaction, not yet begun.
	 * @param connection its own until it ends, then closed
	 */
	RelayTransaction(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Begins, and claims lanes that no other relay works.
	 * @param pausedTopics to leave out
	 * @param ofEach the most rows of a lane
	 * @return the rows that may be sent, in their order
	 */
	Mono<List<OutboxRow>> begin(Priority priority, String[] pausedTopics, int ofEach) {
		return Flux.from(this.connection.createStatement(claiming(priority, pausedTopics, ofEach)).execute())
			.index()
			.concatMap(RelayTransaction::rows)
			.collectList();
	}

	/**
	 * Only lanes with work are locked: an idle relay writes nothing. The rows are read by
	 * a statement of their own, whose snapshot sees what the lanes' last owner deleted;
	 * what was claimed comes to it by settings of the transaction. A row waits for an
	 * earlier one of its key that is parked, or that has the other priority.
	 */
	private static String claiming(Priority priority, String[] pausedTopics, int ofEach) {
		return """
				begin;
				select set_config('plaza.claimed_topics', coalesce(array_agg(topic), '{}')::text, true),
				  set_config('plaza.claimed_lanes', coalesce(array_agg(lane), '{}')::text, true)
				from (
				  select l.topic, l.lane from outbox_topic_lane l
				  where l.bulk = %1$s and l.topic <> all(array[%2$s]::text[]) and exists (
				    select from outbox o where o.topic = l.topic and o.bulk = l.bulk and o.lane = l.lane
				      and o.published_at is null and o.parked_at is null)
				  for update skip locked) claimed;
				select o.id, o.topic, o.key, o.type, o.source, o.data, o.traceparent, o.occurred_at
				from unnest(current_setting('plaza.claimed_topics')::text[],
				  current_setting('plaza.claimed_lanes')::smallint[]) as claimed(topic, lane)
				cross join lateral (
				  select * from outbox w
				  where w.topic = claimed.topic and w.bulk = %1$s and w.lane = claimed.lane
				    and w.published_at is null and w.parked_at is null
				    and not exists (
				      select from outbox e
				      where e.topic = w.topic and e.key = w.key and e.position < w.position and e.published_at is null
				        and (e.parked_at is not null or e.bulk <> w.bulk))
				  order by w.position limit %3$d
				) o
				order by o.position""".formatted(priority.isBulk(), literals(pausedTopics), ofEach);
	}

	private static Flux<OutboxRow> rows(Tuple2<Long, ? extends Result> result) {
		return (result.getT1() == ROWS) ? Flux.from(result.getT2().map(RelayTransaction::read))
				: Flux.from(result.getT2().getRowsUpdated()).thenMany(Flux.empty());
	}

	private static String literals(String[] texts) {
		return List.of(texts)
			.stream()
			.map((text) -> "'" + text.replace("'", "''") + "'")
			.collect(Collectors.joining(", "));
	}

	/** Leaves a row alone, until the service starts again. */
	Mono<Void> park(UUID id, String reason) {
		return Flux
			.from(this.connection
				.createStatement("update outbox set parked_at = clock_timestamp(), parked_reason = $2 where id = $1")
				.bind("$1", id)
				.bind("$2", reason)
				.execute())
			.concatMap(Result::getRowsUpdated)
			.then();
	}

	/** Deletes rows that Kafka has, which are no longer needed, and commits. */
	Mono<Void> commit(List<UUID> sent) {
		String delete = sent.isEmpty() ? ""
				: sent.stream()
					.map(UUID::toString)
					.collect(Collectors.joining(",", "delete from outbox where id = any('{", "}'::uuid[]); "));
		return Flux.from(this.connection.createStatement(delete + "commit").execute())
			.concatMap(Result::getRowsUpdated)
			.then(Mono.fromRunnable(() -> this.isCommitted = true));
	}

	/** After all went well; commits what is not committed yet. */
	Mono<Void> end() {
		return closing(this.isCommitted ? Mono.empty()
				: commit(List.of()).onErrorResume((error) -> undone().then(Mono.error(error))));
	}

	/** After an error; the server may be gone. */
	Mono<Void> rollBack() {
		return closing(undone());
	}

	private Mono<Void> undone() {
		return Mono.from(this.connection.rollbackTransaction()).onErrorComplete();
	}

	private Mono<Void> closing(Mono<Void> end) {
		return Mono.usingWhen(Mono.just(this.connection), (open) -> end, Connection::close);
	}

	private static OutboxRow read(Readable row) {
		return new OutboxRow(Columns.required(row, "id", UUID.class), Columns.text(row, "topic"),
				Columns.text(row, "key"), Columns.text(row, "type"), Columns.text(row, "source"),
				Columns.text(row, "data"), row.get("traceparent", String.class),
				Columns.required(row, "occurred_at", Instant.class));
	}

}
