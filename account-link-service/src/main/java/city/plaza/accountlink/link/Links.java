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

	private final DatabaseClient database;

	Links(DatabaseClient database) {
		this.database = database;
	}

	/** Whether it was added; not so if the resident has a standing link already. */
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
				WHERE l.resident_id = :resident AND l.ended_at IS NULL
				ORDER BY l.linked_at, l.id
				""").bind("resident", resident).map(Links::link).all().collectList();
	}

	/** Ends a standing link of this resident; empty if there is none of this id. */
	Mono<CustomerLink> end(UUID id, UUID resident, String reason, Instant at) {
		return this.database.sql("""
				UPDATE customer_link l SET ended_at = :at, end_reason = :reason
				FROM customer c
				WHERE l.id = :id AND l.resident_id = :resident AND l.ended_at IS NULL
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

	private static CustomerLink link(Readable row) {
		Customer customer = new Customer(row.get("customer_number", String.class), row.get("name", String.class),
				row.get("location", String.class));
		return new CustomerLink(row.get("id", UUID.class), row.get("resident_id", UUID.class), customer,
				row.get("linked_at", Instant.class));
	}

}
