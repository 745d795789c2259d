package city.plaza.platform.events;

import java.time.Duration;
import java.util.UUID;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The table {@code inbox}. */
class InboxRows {

	private final DatabaseClient database;

	InboxRows(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Remembers the event. Where another transaction is just applying it, this waits for
	 * that one's end.
	 * @return whether it is new to the consumer
	 */
	Mono<Boolean> enter(String consumer, UUID event) {
		return this.database.sql("insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing")
			.bind(0, consumer)
			.bind(1, event)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/** Deletes some of what was applied long ago; small, so that nobody waits for it. */
	Mono<Long> forget(Duration age, int most) {
		return this.database.sql("""
				delete from inbox where (consumer, event_id) in (
				  select consumer, event_id from inbox where received_at < now() - make_interval(secs => $1)
				  order by received_at limit $2 for update skip locked)""")
			.bind(0, (double) age.toSeconds())
			.bind(1, most)
			.fetch()
			.rowsUpdated();
	}

}
