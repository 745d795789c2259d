package city.plaza.accountlink.legacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The claims to links of the portal before. A claim waits until its customer is known.
 */
@Repository
public class LegacyClaims {

	private static final String ADD = """
			insert into legacy_claim (resident_id, customer_number, reclaimed_at)
			values (:resident, :customer, :reclaimedAt)
			on conflict (resident_id, customer_number) do nothing
			""";

	private static final String SETTLE = """
			update legacy_claim set settled_at = :now
			where customer_number = :customer and settled_at is null
			returning resident_id
			""";

	private static final String FORGET = """
			delete from legacy_claim where resident_id = :resident
			""";

	private final DatabaseClient database;

	private final Clock clock;

	LegacyClaims(DatabaseClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Adds a claim that waits, unless this resident has claimed the customer before. */
	public Mono<Void> add(ResidentId resident, CustomerNumber customer, Instant reclaimedAt) {
		return this.database.sql(ADD)
			.bind("resident", resident.value())
			.bind("customer", customer.value())
			.bind("reclaimedAt", reclaimedAt)
			.then();
	}

	/**
	 * Settles all that waits for a customer, for good. Must run in the transaction that
	 * links them.
	 * @param customer who is known
	 * @return whose claims waited
	 */
	public Mono<List<ResidentId>> settle(CustomerNumber customer) {
		return this.database.sql(SETTLE)
			.bind("now", this.clock.instant())
			.bind("customer", customer.value())
			.map((row) -> new ResidentId(Columns.required(row, "resident_id", UUID.class)))
			.all()
			.collectList();
	}

	/** Removes all claims of a resident who deleted the account. */
	public Mono<Void> forget(ResidentId resident) {
		return this.database.sql(FORGET).bind("resident", resident.value()).then();
	}

}
