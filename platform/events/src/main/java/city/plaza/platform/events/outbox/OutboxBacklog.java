package city.plaza.platform.events.outbox;

import java.time.Duration;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** What waits in the table {@code outbox}, measured without reading all of it. */
class OutboxBacklog {

	/**
	 * Counted exactly up to here; beyond, as the last analysis of the index estimates.
	 */
	static final int COUNTED = 10_000;

	/** The oldest row is that of a lane's beginning, of which there are few. */
	private static final String MEASURE = """
			select
			  (select count(*) from (
			     select from outbox where published_at is null and parked_at is null limit $1) as few) as counted,
			  (select reltuples::bigint from pg_class where oid = 'outbox_waiting'::regclass) as estimated,
			  (select count(*) from (select from outbox where parked_at is not null limit $1) as few) as parked,
			  (select coalesce(extract(epoch from clock_timestamp() - min(oldest.occurred_at)), 0)::float8
			   from outbox_topic_lane l
			   cross join lateral (
			     select o.occurred_at from outbox o
			     where o.topic = l.topic and o.bulk = l.bulk and o.lane = l.lane
			       and o.published_at is null and o.parked_at is null
			     order by o.position limit 1) oldest) as age""";

	private final DatabaseClient database;

	OutboxBacklog(DatabaseClient database) {
		this.database = database;
	}

	Mono<Backlog> measure() {
		return this.database.sql(MEASURE).bind(0, COUNTED).map((row) -> {
			long counted = Columns.amount(row, "counted");
			long estimated = Columns.amount(row, "estimated");
			return new Backlog((counted < COUNTED) ? counted : Math.max(counted, estimated),
					Columns.amount(row, "parked"),
					Duration.ofMillis((long) (Columns.required(row, "age", Double.class) * 1000)));
		}).one();
	}

	/** Deletes some of what an earlier version published and left. */
	Mono<Long> forgetPublished(int most) {
		return this.database.sql("""
				delete from outbox where id in (
				  select id from outbox where published_at is not null order by published_at limit $1
				  for update skip locked)""").bind(0, most).fetch().rowsUpdated();
	}

	/**
	 * What waits.
	 *
	 * @param unsent rows to be sent; an estimate where they are many
	 * @param parked rows that cannot be sent
	 * @param age of the oldest row to be sent
	 */
	record Backlog(long unsent, long parked, Duration age) {
	}

}
