package city.plaza.platform.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The table {@code outbox}. */
class OutboxRows {

	/** Only lanes with work are locked: an idle relay writes nothing. */
	private static final String CLAIM = """
			select lane from outbox_lane l
			where exists (select from outbox o where o.lane = l.lane and o.published_at is null)
			for update skip locked""";

	private static final String UNSENT = """
			select o.id, o.topic, o.key, o.type, o.source, o.data, o.traceparent, o.occurred_at
			from unnest($1::smallint[]) as claimed(lane)
			cross join lateral (
			  select * from outbox where lane = claimed.lane and published_at is null order by position limit $2
			) o
			order by o.position""";

	private final DatabaseClient database;

	OutboxRows(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(OutboxRow row) {
		var insert = this.database.sql("""
				insert into outbox (id, topic, key, type, source, data, traceparent)
				values ($1, $2, $3, $4, $5, $6, $7)""")
			.bind(0, row.id())
			.bind(1, row.topic())
			.bind(2, row.key())
			.bind(3, row.type())
			.bind(4, row.source())
			.bind(5, row.data());
		return ((row.traceparent() != null) ? insert.bind(6, row.traceparent()) : insert.bindNull(6, String.class))
			.then();
	}

	/** Takes the lanes that hold work and that no other relay works, until the commit. */
	Mono<List<Short>> claim() {
		return this.database.sql(CLAIM).map((lane) -> required(lane, "lane", Short.class)).all().collectList();
	}

	/**
	 * A statement of its own, after the claim: its snapshot sees what the lanes' last
	 * owner marked.
	 */
	Flux<OutboxRow> unsent(List<Short> lanes, int ofEach) {
		return this.database.sql(UNSENT)
			.bind(0, lanes.toArray(Short[]::new))
			.bind(1, ofEach)
			.map(OutboxRows::read)
			.all();
	}

	Mono<Long> published(List<UUID> ids) {
		return this.database.sql("update outbox set published_at = clock_timestamp() where id = any($1)")
			.bind(0, ids.toArray(UUID[]::new))
			.fetch()
			.rowsUpdated();
	}

	Mono<Backlog> backlog() {
		return this.database.sql("""
				select count(*) as unsent,
				  coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as age
				from outbox where published_at is null""")
			.map((row) -> new Backlog(required(row, "unsent", Long.class),
					Duration.ofMillis((long) (required(row, "age", Double.class) * 1000))))
			.one();
	}

	/**
	 * Deletes some of what was published long ago; small, so that nobody waits for it.
	 */
	Mono<Long> forgetPublished(Duration age, int most) {
		return this.database.sql("""
				delete from outbox where id in (
				  select id from outbox where published_at < now() - make_interval(secs => $1)
				  order by published_at limit $2)""")
			.bind(0, (double) age.toSeconds())
			.bind(1, most)
			.fetch()
			.rowsUpdated();
	}

	private static OutboxRow read(Readable row) {
		return new OutboxRow(required(row, "id", UUID.class), required(row, "topic", String.class),
				required(row, "key", String.class), required(row, "type", String.class),
				required(row, "source", String.class), required(row, "data", String.class),
				row.get("traceparent", String.class), required(row, "occurred_at", Instant.class));
	}

	private static <T> T required(Readable row, String column, Class<T> type) {
		T value = row.get(column, type);
		if (value == null) {
			throw new IllegalStateException("No " + column + " in a row of the outbox");
		}
		return value;
	}

	/**
	 * What waits to be sent.
	 *
	 * @param age of the oldest unsent row
	 */
	record Backlog(long unsent, Duration age) {
	}

}
