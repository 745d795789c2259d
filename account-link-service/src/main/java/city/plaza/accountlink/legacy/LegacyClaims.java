package city.plaza.accountlink.legacy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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
			with waiting as (
			    select resident_id, customer_number from legacy_claim
			    where customer_number = any(cast(:customers as text[])) and settled_at is null
			    order by resident_id, customer_number for update
			)
			update legacy_claim c set settled_at = :now
			from waiting w where c.resident_id = w.resident_id and c.customer_number = w.customer_number
			returning c.resident_id, c.customer_number
			""";

	private static final String FORGET = """
			with own as (
			    select customer_number from legacy_claim where resident_id = :resident
			    order by customer_number for update
			)
			delete from legacy_claim c using own
			where c.resident_id = :resident and c.customer_number = own.customer_number
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
	 * Settles all that waits for customers, for good. Must run in the transaction that
	 * links them.
	 * @param customers who are known
	 * @return the claims that waited, one customer after the other
	 */
	public Mono<List<Claim>> settle(Collection<CustomerNumber> customers) {
		return this.database.sql(SETTLE)
			.bind("now", this.clock.instant())
			.bind("customers", customers.stream().map(CustomerNumber::value).toArray(String[]::new))
			.map((row) -> new Claim(new ResidentId(Columns.required(row, "resident_id", UUID.class)),
					new CustomerNumber(Columns.text(row, "customer_number"))))
			.all()
			.collectSortedList(Comparator.comparing((Claim claim) -> claim.customer().value()));
	}

	/** Removes all claims of a resident who deleted the account. */
	public Mono<Void> forget(ResidentId resident) {
		return this.database.sql(FORGET).bind("resident", resident.value()).then();
	}

	/**
	 * A claim.
	 *
	 * @param resident whose it is
	 * @param customer who is claimed
	 */
	public record Claim(ResidentId resident, CustomerNumber customer) {
	}

}
