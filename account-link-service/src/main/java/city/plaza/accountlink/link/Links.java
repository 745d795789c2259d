package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The links, standing and ended. */
@Repository
class Links {

	/**
	 * An account has a handful of residents; nobody makes Plaza send mails by the
	 * thousand.
	 */
	private static final int MOST_TOLD = 50;

	private final DatabaseClient database;

	Links(DatabaseClient database) {
		this.database = database;
	}

	/** Whether it was added; not so if the resident has one, standing or suspended. */
	Mono<Boolean> add(CustomerLink link) {
		return this.database.sql("""
				INSERT INTO customer_link (id, resident_id, customer_number, linked_at)
				VALUES (:id, :resident, :customer, :linkedAt)
				ON CONFLICT (resident_id, customer_number) WHERE ended_at IS NULL DO NOTHING
				""")
			.bind("id", link.id())
			.bind("resident", link.residentId())
			.bind("customer", link.customer().number())
			.bind("linkedAt", link.linkedAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	Mono<List<CustomerLink>> standing(UUID resident) {
		return this.database.sql("""
				SELECT l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
				FROM customer_link l JOIN customer c USING (customer_number)
				WHERE l.resident_id = :resident AND l.state = 'standing'
				ORDER BY l.linked_at, l.id
				""").bind("resident", resident).map(Links::link).all().collectList();
	}

	/** Ends a standing link of this resident; empty if there is none of this id. */
	Mono<CustomerLink> end(UUID id, UUID resident, String reason, Instant at) {
		return this.database.sql("""
				UPDATE customer_link l SET state = 'ended', ended_at = :at, end_reason = :reason
				FROM customer c
				WHERE l.id = :id AND l.resident_id = :resident AND l.state = 'standing'
				  AND c.customer_number = l.customer_number
				RETURNING l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
				""")
			.bind("id", id)
			.bind("resident", resident)
			.bind("reason", reason)
			.bind("at", at)
			.map(Links::link)
			.one();
	}

	/** Suspends a resident's standing link to a customer; empty if there is none. */
	Mono<CustomerLink> suspend(UUID resident, String customerNumber, Instant at) {
		return this.database.sql("""
				UPDATE customer_link l SET state = :suspended, suspended_at = :at
				FROM customer c
				WHERE l.resident_id = :resident AND l.customer_number = :customer AND l.state = ANY(:sources)
				  AND c.customer_number = l.customer_number
				RETURNING l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
				""")
			.bind("suspended", LinkState.SUSPENDED.code())
			.bind("at", at)
			.bind("resident", resident)
			.bind("customer", customerNumber)
			.bind("sources", LinkState.SUSPENDED.sources())
			.map(Links::link)
			.one();
	}

	/** Whether the resident's link to the customer was disputed. */
	Mono<Boolean> isSuspended(CustomerLink link) {
		return this.database.sql("""
				SELECT EXISTS (SELECT FROM customer_link WHERE resident_id = :resident
				  AND customer_number = :customer AND state = 'suspended') AS found
				""")
			.bind("resident", link.residentId())
			.bind("customer", link.customer().number())
			.map((row) -> Boolean.TRUE.equals(row.get("found", Boolean.class)))
			.one();
	}

	/** Who else has a standing link to the customer, the longest first. */
	Mono<List<UUID>> otherResidents(CustomerLink link) {
		return this.database
			.sql("""
					SELECT resident_id FROM customer_link
					WHERE customer_number = :customer AND ended_at IS NULL AND state = 'standing' AND resident_id <> :resident
					ORDER BY linked_at LIMIT :most
					""")
			.bind("customer", link.customer().number())
			.bind("resident", link.residentId())
			.bind("most", MOST_TOLD)
			.map((row) -> row.get("resident_id", UUID.class))
			.all()
			.collectList();
	}

	private static CustomerLink link(Readable row) {
		Customer customer = new Customer(row.get("customer_number", String.class), row.get("name", String.class),
				row.get("location", String.class));
		return new CustomerLink(row.get("id", UUID.class), row.get("resident_id", UUID.class), customer,
				row.get("linked_at", Instant.class));
	}

}
