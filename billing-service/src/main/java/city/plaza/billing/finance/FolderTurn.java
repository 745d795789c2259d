package city.plaza.billing.finance;

import city.plaza.platform.database.Columns;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Lets one instance at a time store a file of the import folder. The turn is the
 * transaction's: where its process is killed, both end.
 */
@Repository
class FolderTurn {

	private static final String TAKE = """
			select pg_try_advisory_xact_lock(hashtext('billing import folder')) as taken
			""";

	private final DatabaseClient database;

	private final Transactions transactions;

	FolderTurn(DatabaseClient database, Transactions transactions) {
		this.database = database;
		this.transactions = transactions;
	}

	/**
	 * Runs the work in a transaction that has the turn.
	 * @param <T> what the work gives
	 * @param work lazy
	 * @return the work's value after the commit; empty where another instance has the
	 * turn
	 */
	<T> Mono<T> inOne(Mono<T> work) {
		return this.transactions.inOne(this.database.sql(TAKE)
			.map((row) -> Columns.flag(row, "taken"))
			.one()
			.filter(Boolean::booleanValue)
			.flatMap((taken) -> work));
	}

}
