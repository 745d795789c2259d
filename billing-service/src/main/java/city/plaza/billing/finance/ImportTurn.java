package city.plaza.billing.finance;

import java.time.Duration;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is to import. A turn spans many transactions and is held for a while at a
 * time, so that it ends by itself where its process was killed.
 */
@Repository
class ImportTurn {

	private static final Duration HELD = Duration.ofSeconds(30);

	private static final String TAKE = """
			insert into import_turn as t (import_id, held_until)
			values (:id, now() + :held * interval '1 millisecond')
			on conflict (only_row) do update set import_id = excluded.import_id, held_until = excluded.held_until
			where t.held_until < now()
			""";

	private static final String HOLD = """
			update import_turn set held_until = now() + :held * interval '1 millisecond' where import_id = :id
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtext('billing import'))
			""";

	private static final String HAS_TURN = """
			select import_id from import_turn where import_id = :id
			""";

	private static final String END = """
			delete from import_turn where import_id = :id
			""";

	private final DatabaseClient database;

	ImportTurn(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Does something while an import has the turn, which ends with it.
	 * @param <T> what it gives
	 * @param id of the import
	 * @param work lazy
	 * @return its value; empty where another import has the turn
	 */
	<T> Mono<T> during(ImportId id, Mono<T> work) {
		return Mono.usingWhen(take(id).filter(Boolean::booleanValue), (taken) -> work, (taken) -> end(id));
	}

	/** Takes the turn, unless another import has it. */
	Mono<Boolean> take(ImportId id) {
		return this.database.sql(TAKE)
			.bind("id", id.value())
			.bind("held", HELD.toMillis())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * Holds the turn for another while; outside of a step, whose transaction would keep
	 * who asks for the turn waiting.
	 * @return completes when it is held
	 * @throws TurnLostException (as an error signal) where another import has the turn
	 */
	Mono<Void> hold(ImportId id) {
		return this.database.sql(HOLD)
			.bind("id", id.value())
			.bind("held", HELD.toMillis())
			.fetch()
			.rowsUpdated()
			.flatMap((rows) -> (rows == 1) ? Mono.empty() : Mono.error(TurnLostException::new));
	}

	/**
	 * Begins a step, in its transaction: no other step runs beside it, be it of an import
	 * that lost its turn or of an instance of the version before, which knows no turns.
	 * @return completes when the step may continue
	 * @throws TurnLostException (as an error signal) where another import has the turn
	 */
	Mono<Void> beginStep(ImportId id) {
		return this.database.sql(LOCK)
			.then()
			.then(this.database.sql(HAS_TURN)
				.bind("id", id.value())
				.map((row) -> true)
				.one()
				.switchIfEmpty(Mono.error(TurnLostException::new)))
			.then();
	}

	Mono<Void> end(ImportId id) {
		return this.database.sql(END).bind("id", id.value()).then();
	}

}
