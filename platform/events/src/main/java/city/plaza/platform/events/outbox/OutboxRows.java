package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The table {@code outbox}, as writers and relays use it. */
class OutboxRows {

	/**
	 * A row waits for an earlier one of its key that is parked, or that has the other
	 * priority.
	 */
	private static final String UNSENT = """
			select o.id, o.topic, o.key, o.type, o.source, o.data, o.traceparent, o.occurred_at
			from unnest($1::text[], $2::smallint[]) as claimed(topic, lane)
			cross join lateral (
			  select * from outbox w
			  where w.topic = claimed.topic and w.bulk = $3 and w.lane = claimed.lane
			    and w.published_at is null and w.parked_at is null
			    and not exists (
			      select from outbox e
			      where e.topic = w.topic and e.key = w.key and e.position < w.position and e.published_at is null
			        and (e.parked_at is not null or e.bulk <> w.bulk))
			  order by w.position limit $4
			) o
			order by o.position""";

	/** Ids of version 7 sort by time, which keeps the index on them small and warm. */
	private static final String ADD = """
			insert into outbox (id, topic, key, type, data, bulk, source, traceparent)
			select uuidv7(), topic, key, type, data, bulk, $6, $7
			from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::boolean[])
			  with ordinality as e (topic, key, type, data, bulk, place)
			order by place""";

	private final DatabaseClient database;

	OutboxRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Adds rows in their order.
	 * @param source of all of them
	 * @param traceparent of the request that caused them, if it had one
	 */
	Mono<Void> add(List<NewRow> rows, String source, @Nullable String traceparent) {
		return this.database.sql(ADD)
			.bind(0, column(rows, NewRow::topic))
			.bind(1, column(rows, NewRow::key))
			.bind(2, column(rows, NewRow::type))
			.bind(3, column(rows, NewRow::data))
			.bind(4, rows.stream().map(NewRow::bulk).toArray(Boolean[]::new))
			.bind(5, source)
			.bind(6, Parameters.in(R2dbcType.VARCHAR, traceparent))
			.then();
	}

	/**
	 * A statement of its own, after the claim: its snapshot sees what the lanes' last
	 * owner deleted.
	 */
	Flux<OutboxRow> unsent(List<OutboxLanes.Lane> lanes, Priority priority, int ofEach) {
		return this.database.sql(UNSENT)
			.bind(0, lanes.stream().map(OutboxLanes.Lane::topic).toArray(String[]::new))
			.bind(1, lanes.stream().map(OutboxLanes.Lane::lane).toArray(Short[]::new))
			.bind(2, priority.isBulk())
			.bind(3, ofEach)
			.map(OutboxRows::read)
			.all();
	}

	/** Once Kafka has them, the rows are no longer needed. */
	Mono<Long> delete(List<UUID> ids) {
		return this.database.sql("delete from outbox where id = any($1)")
			.bind(0, ids.toArray(UUID[]::new))
			.fetch()
			.rowsUpdated();
	}

	Mono<Void> park(UUID id, String reason) {
		return this.database.sql("update outbox set parked_at = clock_timestamp(), parked_reason = $2 where id = $1")
			.bind(0, id)
			.bind(1, reason)
			.then();
	}

	/** Everything that is parked is tried again. */
	Mono<Long> release() {
		return this.database.sql("update outbox set parked_at = null, parked_reason = null where parked_at is not null")
			.fetch()
			.rowsUpdated();
	}

	private static String[] column(List<NewRow> rows, Function<NewRow, String> value) {
		return rows.stream().map(value).toArray(String[]::new);
	}

	private static OutboxRow read(Readable row) {
		return new OutboxRow(Columns.required(row, "id", UUID.class), Columns.text(row, "topic"),
				Columns.text(row, "key"), Columns.text(row, "type"), Columns.text(row, "source"),
				Columns.text(row, "data"), row.get("traceparent", String.class),
				Columns.required(row, "occurred_at", Instant.class));
	}

}
