package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
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

	private final DatabaseClient database;

	OutboxRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(OutboxRow row, Priority priority) {
		var insert = this.database.sql("""
				insert into outbox (id, topic, key, type, source, data, traceparent, bulk)
				values ($1, $2, $3, $4, $5, $6, $7, $8)""")
			.bind(0, row.id())
			.bind(1, row.topic())
			.bind(2, row.key())
			.bind(3, row.type())
			.bind(4, row.source())
			.bind(5, row.data())
			.bind(7, priority.isBulk());
		return ((row.traceparent() != null) ? insert.bind(6, row.traceparent()) : insert.bindNull(6, String.class))
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

	private static OutboxRow read(Readable row) {
		return new OutboxRow(required(row, "id", UUID.class), required(row, "topic", String.class),
				required(row, "key", String.class), required(row, "type", String.class),
				required(row, "source", String.class), required(row, "data", String.class),
				row.get("traceparent", String.class), required(row, "occurred_at", Instant.class));
	}

	static <T> T required(Readable row, String column, Class<T> type) {
		T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("No " + column + " in a row of the outbox");
		}
		return value;
	}

}
