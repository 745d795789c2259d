package city.plaza.platform.events.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The tables {@code outbox} and {@code outbox_topic_lane}, as writers and relays use
 * them.
 */
class OutboxRows {

	/** Only lanes with work are locked: an idle relay writes nothing. */
	private static final String CLAIM = """
			select l.topic, l.lane from outbox_topic_lane l
			where l.bulk = $1 and l.topic <> all($2) and exists (
			  select from outbox o where o.topic = l.topic and o.bulk = l.bulk and o.lane = l.lane
			    and o.published_at is null and o.parked_at is null)
			for update skip locked""";

	/**
	 * A row waits for an earlier one of its key that is parked, or that goes another way.
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

	private static final String LANES = "select $1, bulk, lane from generate_series(0, 15) as lane, "
			+ "(values (false), (true)) as priority(bulk)";

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

	/** Of a topic whose lanes may be there already. */
	Mono<Void> addLanes(String topic) {
		return this.database.sql("insert into outbox_topic_lane " + LANES + " on conflict do nothing")
			.bind(0, topic)
			.then();
	}

	/**
	 * Topics of waiting rows that have no lanes, found by a step in the index for each
	 * topic.
	 */
	Flux<String> topicsWithoutLanes() {
		return this.database.sql("""
				with recursive waiting(topic) as (
				  (select min(topic) from outbox where published_at is null and parked_at is null)
				  union all
				  select (select min(o.topic) from outbox o
				          where o.topic > w.topic and o.published_at is null and o.parked_at is null)
				  from waiting w where w.topic is not null)
				select topic from waiting w
				where topic is not null and not exists (select from outbox_topic_lane l where l.topic = w.topic)""")
			.map((row) -> required(row, "topic", String.class))
			.all();
	}

	/** Takes the lanes that hold work and that no other relay works, until the commit. */
	Mono<List<Lane>> claim(Priority priority, String[] held) {
		return this.database.sql(CLAIM)
			.bind(0, priority.isBulk())
			.bind(1, held)
			.map((lane) -> new Lane(required(lane, "topic", String.class), required(lane, "lane", Short.class)))
			.all()
			.collectList();
	}

	/**
	 * A statement of its own, after the claim: its snapshot sees what the lanes' last
	 * owner deleted.
	 */
	Flux<OutboxRow> unsent(List<Lane> lanes, Priority priority, int ofEach) {
		return this.database.sql(UNSENT)
			.bind(0, lanes.stream().map(Lane::topic).toArray(String[]::new))
			.bind(1, lanes.stream().map(Lane::lane).toArray(Short[]::new))
			.bind(2, priority.isBulk())
			.bind(3, ofEach)
			.map(OutboxRows::read)
			.all();
	}

	/** Kafka has them: nobody needs the rows any more. */
	Mono<Long> published(List<UUID> ids) {
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

	/** All that is parked gets another try. */
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

	/** What a relay claims: all rows of a key of a topic are in one. */
	record Lane(String topic, short lane) {
	}

}
