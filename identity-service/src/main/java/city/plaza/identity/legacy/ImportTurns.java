package city.plaza.identity.legacy;

import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * Who waits for whom between imports and proofs of addresses, so that no account misses
 * its record: the one does not see what the other has not committed.
 */
@Repository
class ImportTurns {

	private static final String NEXT_IMPORT = """
			select pg_advisory_xact_lock(hashtextextended('legacy import', 41))
			""";

	private static final String SHARED = """
			select pg_advisory_xact_lock_shared(hashtextextended('legacy reclaim', 41))
			""";

	private static final String ALONE = """
			select pg_advisory_xact_lock(hashtextextended('legacy reclaim', 41))
			""";

	private final DatabaseClient database;

	ImportTurns(DatabaseClient database) {
		this.database = database;
	}

	/** One import at a time, until the transaction ends. */
	Mono<Void> nextImport() {
		return this.database.sql(NEXT_IMPORT).then();
	}

	/** Before a proof looks for its record; proofs do not wait for each other. */
	Mono<Void> shared() {
		return this.database.sql(SHARED).then();
	}

	/**
	 * Waits for the proofs that looked before an import was committed: their accounts can
	 * be seen afterwards. Proofs that begin later see the import.
	 */
	Mono<Void> alone() {
		return this.database.sql(ALONE).then();
	}

}
