package city.plaza.accountlink.resident;

import java.time.Instant;

import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** Who has deleted the account: their events may still be under way, or come again. */
@Repository
public class DeletedResidents {

	private static final String ADD = """
			insert into deleted_resident (resident_id, deleted_at) values (:resident, :at) on conflict do nothing
			""";

	private static final String CONTAINS = """
			select exists (select from deleted_resident where resident_id = :resident) as deleted
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:resident, 0))
			""";

	private final DatabaseClient database;

	DeletedResidents(DatabaseClient database) {
		this.database = database;
	}

	/** Adds a resident, once nobody {@linkplain #hold holds} them any more. */
	public Mono<Void> add(ResidentId resident, Instant at) {
		return lock(resident)
			.then(Mono.defer(() -> this.database.sql(ADD).bind("resident", resident.value()).bind("at", at).then()));
	}

	/**
	 * Looks whether a resident deleted the account, and keeps that from changing until
	 * the transaction ends.
	 * @return true from the event of the deletion on
	 */
	public Mono<Boolean> hold(ResidentId resident) {
		return lock(resident).then(Mono.defer(() -> this.database.sql(CONTAINS)
			.bind("resident", resident.value())
			.map((row) -> Columns.flag(row, "deleted"))
			.one()));
	}

	private Mono<Long> lock(ResidentId resident) {
		return this.database.sql(LOCK).bind("resident", "resident " + resident).fetch().rowsUpdated();
	}

}
