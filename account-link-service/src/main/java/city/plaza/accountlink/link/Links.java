package city.plaza.accountlink.link;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.resident.ResidentId;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The links, standing and ended. */
@Repository
class Links {

	/**
	 * An account has a handful of residents; no link may make Plaza send thousands of
	 * mails.
	 */
	private static final int MOST_NOTIFIED = 50;

	private static final String ADD = """
			insert into customer_link (id, resident_id, customer_number, linked_at)
			values (:id, :resident, :customer, :linkedAt)
			on conflict (resident_id, customer_number) where ended_at is null do nothing
			""";

	private static final String STANDING = """
			select l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
			from customer_link l join customer c using (customer_number)
			where l.resident_id = :resident and l.state = 'standing'
			order by l.linked_at, l.id
			""";

	private static final String END = """
			update customer_link l set state = 'ended', ended_at = :at, end_reason = :reason
			from customer c
			where l.id = :id and l.resident_id = :resident and l.state = 'standing'
			  and c.customer_number = l.customer_number
			returning l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
			""";

	private static final String END_ALL_OF = """
			update customer_link l set state = 'ended', ended_at = :at, end_reason = :reason
			from customer c
			where l.resident_id = :resident and l.state = any(:sources) and c.customer_number = l.customer_number
			returning l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
			""";

	private static final String SUSPEND = """
			update customer_link l set state = :suspended, suspended_at = :at
			from customer c
			where l.resident_id = :resident and l.customer_number = :customer and l.state = any(:sources)
			  and c.customer_number = l.customer_number
			returning l.id, l.resident_id, l.linked_at, c.customer_number, c.name, c.location
			""";

	private static final String IS_SUSPENDED = """
			select exists (select from customer_link where resident_id = :resident
			  and customer_number = :customer and state = 'suspended') as found
			""";

	private static final String OTHER_RESIDENTS = """
			select resident_id from customer_link
			where customer_number = :customer and ended_at is null and state = 'standing' and resident_id <> :resident
			order by linked_at limit :most
			""";

	private final DatabaseClient database;

	Links(DatabaseClient database) {
		this.database = database;
	}

	/** Whether it was added; not so if the resident has one, standing or suspended. */
	Mono<Boolean> add(CustomerLink link) {
		return this.database.sql(ADD)
			.bind("id", link.id().value())
			.bind("resident", link.residentId().value())
			.bind("customer", link.customer().number().value())
			.bind("linkedAt", link.linkedAt())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	Mono<List<CustomerLink>> standing(ResidentId resident) {
		return this.database.sql(STANDING).bind("resident", resident.value()).map(Links::link).all().collectList();
	}

	/** Ends a standing link of this resident; empty if there is none of this id. */
	Mono<CustomerLink> end(LinkId id, ResidentId resident, String reason, Instant at) {
		return this.database.sql(END)
			.bind("id", id.value())
			.bind("resident", resident.value())
			.bind("reason", reason)
			.bind("at", at)
			.map(Links::link)
			.one();
	}

	/** Ends all links of a resident that have not ended. */
	Mono<List<CustomerLink>> endAllOf(ResidentId resident, String reason, Instant at) {
		return this.database.sql(END_ALL_OF)
			.bind("resident", resident.value())
			.bind("reason", reason)
			.bind("at", at)
			.bind("sources", LinkState.ENDED.sources())
			.map(Links::link)
			.all()
			.collectList();
	}

	/** Suspends a resident's standing link to a customer; empty if there is none. */
	Mono<CustomerLink> suspend(ResidentId resident, CustomerNumber customer, Instant at) {
		return this.database.sql(SUSPEND)
			.bind("suspended", LinkState.SUSPENDED.code())
			.bind("at", at)
			.bind("resident", resident.value())
			.bind("customer", customer.value())
			.bind("sources", LinkState.SUSPENDED.sources())
			.map(Links::link)
			.one();
	}

	/** Whether the resident's link to the customer was disputed. */
	Mono<Boolean> isSuspended(CustomerLink link) {
		return this.database.sql(IS_SUSPENDED)
			.bind("resident", link.residentId().value())
			.bind("customer", link.customer().number().value())
			.map((row) -> Columns.flag(row, "found"))
			.one();
	}

	/** Who else has a standing link to the customer, the longest first. */
	Mono<List<ResidentId>> otherResidents(CustomerLink link) {
		return this.database.sql(OTHER_RESIDENTS)
			.bind("customer", link.customer().number().value())
			.bind("resident", link.residentId().value())
			.bind("most", MOST_NOTIFIED)
			.map((row) -> new ResidentId(Columns.required(row, "resident_id", UUID.class)))
			.all()
			.collectList();
	}

	private static CustomerLink link(Readable row) {
		Customer customer = new Customer(new CustomerNumber(Columns.text(row, "customer_number")),
				Columns.text(row, "name"), Columns.text(row, "location"));
		return new CustomerLink(new LinkId(Columns.required(row, "id", UUID.class)),
				new ResidentId(Columns.required(row, "resident_id", UUID.class)), customer,
				Columns.required(row, "linked_at", Instant.class));
	}

}
