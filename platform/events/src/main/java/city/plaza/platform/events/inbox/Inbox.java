package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.platform.database.Columns;
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
	 * Applies the events that are new to the consumer, in one transaction with the rows
	 * that remember them. Where another transaction is just applying one, this waits for
	 * that one's end.
	 * @param events in any order, one of them several times too
	 * @param effect given the new ones; returns those that it left out after all, which
	 * are then not remembered
	 * @return completes after the commit
	 */
	Mono<Void> applyNew(String consumer, List<UUID> events, Function<Set<UUID>, Mono<List<UUID>>> effect) {
		return this.transactions.inOne(remember(consumer, events).flatMap(effect)
			.flatMap((left) -> left.isEmpty() ? Mono.empty() : forget(consumer, left)));
	}

	/** In one order in all transactions, so that no two wait for each other. */
	private Mono<Set<UUID>> remember(String consumer, List<UUID> events) {
		return this.database.sql("""
				insert into inbox (consumer, event_id)
				select $1, event_id from unnest($2::uuid[]) as e (event_id) order by event_id
				on conflict do nothing
				returning event_id""")
			.bind(0, consumer)
			.bind(1, events.toArray(UUID[]::new))
			.map((row) -> Columns.required(row, "event_id", UUID.class))
			.all()
			.collect(Collectors.toCollection(HashSet::new));
	}

	private Mono<Void> forget(String consumer, List<UUID> events) {
		return this.database.sql("delete from inbox where consumer = $1 and event_id = any($2::uuid[])")
			.bind(0, consumer)
			.bind(1, events.toArray(UUID[]::new))
			.then();
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
