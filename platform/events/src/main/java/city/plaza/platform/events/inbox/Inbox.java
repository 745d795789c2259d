package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.UUID;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.PeriodicTask;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;

/** The table {@code inbox}: which events have been applied. */
class Inbox {

	private final DatabaseClient database;

	private final Transactions transactions;

	Inbox(DatabaseClient database, Transactions transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * Applies an event that is new to the consumer, in one transaction with the row that
	 * remembers it. Where another transaction is just applying it, this waits for that
	 * one's end.
	 * @param effect lazy; not subscribed where the event was applied before
	 * @return after the commit: whether the event was new
	 */
	Mono<Boolean> applyOnce(String consumer, UUID event, Mono<Void> effect) {
		return this.transactions
			.inOne(remember(consumer, event).flatMap((isNew) -> isNew ? effect.thenReturn(true) : Mono.just(false)));
	}

	private Mono<Boolean> remember(String consumer, UUID event) {
		return this.database.sql("insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing")
			.bind(0, consumer)
			.bind(1, event)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/** Deletes what was applied longer ago. */
	Mono<Void> forget(Duration age) {
		return PeriodicTask.inBatches((most) -> forget(age, most));
	}

	private Mono<Long> forget(Duration age, int most) {
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
