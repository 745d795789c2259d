package city.plaza.platform.events.outbox;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The table {@code outbox_topic_lane}. A lane is what a relay claims: all rows of a key
 * of a topic are in one.
 */
class OutboxLanes {

	private static final String ADD = """
			insert into outbox_topic_lane
			select $1, bulk, lane from generate_series(0, 15) as lane, (values (false), (true)) as priority(bulk)
			on conflict do nothing""";

	/** A step in the index for each topic. */
	private static final String TOPICS_WITHOUT_LANES = """
			with recursive waiting(topic) as (
			  (select min(topic) from outbox where published_at is null and parked_at is null)
			  union all
			  select (select min(o.topic) from outbox o
			          where o.topic > w.topic and o.published_at is null and o.parked_at is null)
			  from waiting w where w.topic is not null)
			select topic from waiting w
			where topic is not null and not exists (select from outbox_topic_lane l where l.topic = w.topic)""";

	private final DatabaseClient database;

	OutboxLanes(DatabaseClient database) {
		this.database = database;
	}

	/** Of a topic whose lanes may be there already. */
	Mono<Void> add(String topic) {
		return this.database.sql(ADD).bind(0, topic).then();
	}

	/** Of all topics of waiting rows. */
	Mono<Void> addMissing() {
		return this.database.sql(TOPICS_WITHOUT_LANES)
			.map((row) -> Columns.text(row, "topic"))
			.all()
			.collectList()
			.flatMapMany(Flux::fromIterable)
			.concatMap(this::add)
			.then();
	}

}
