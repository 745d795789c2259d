package city.plaza.billing.lookup;

import java.time.Clock;
import java.time.Instant;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.lookup.PrintedBills.Printed;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The table {@code bill_lookup}: bills that were found, until they are forgotten. */
@Repository
class Lookups {

	private static final String ADD = """
			insert into bill_lookup (id_digest, bill_number, customer_number, expires_at)
			values (:digest, :bill, :customer, :expires)
			""";

	private static final String FIND = """
			select bill_number, customer_number, expires_at
			from bill_lookup
			where id_digest = :digest and expires_at > :now
			""";

	private static final String FORGET = """
			delete from bill_lookup where id_digest in (
			    select id_digest from bill_lookup where expires_at <= :now order by expires_at limit 100
			    for update skip locked)
			""";

	private final DatabaseClient database;

	private final LookupSettings settings;

	private final Clock clock;

	Lookups(DatabaseClient database, LookupSettings settings, Clock clock) {
		this.database = database;
		this.settings = settings;
		this.clock = clock;
	}

	/** Lets a bill that was found be read again for a while, by a new id. */
	Mono<BillLookup> add(Printed printed) {
		Instant now = this.clock.instant();
		LookupId id = LookupId.next();
		Instant expiresAt = now.plus(this.settings.life());
		return this.database.sql(ADD)
			.bind("digest", id.digest())
			.bind("bill", printed.bill().billNumber().value())
			.bind("customer", printed.customer().value())
			.bind("expires", expiresAt)
			.then()
			.then(this.database.sql(FORGET).bind("now", now).then())
			.thenReturn(new BillLookup(id.value(), expiresAt, printed.bill()));
	}

	/** Empty where there is none, or none any more. */
	Mono<Grant> find(LookupId id) {
		return this.database.sql(FIND)
			.bind("digest", id.digest())
			.bind("now", this.clock.instant())
			.map((row) -> new Grant(new BillNumber(Columns.text(row, "bill_number")),
					new CustomerNumber(Columns.text(row, "customer_number")),
					Columns.required(row, "expires_at", Instant.class)))
			.one();
	}

	/**
	 * What was found.
	 *
	 * @param customer whose bill it was: should it become another's, it is not shown
	 * @param expiresAt until when it can be read
	 */
	record Grant(BillNumber bill, CustomerNumber customer, Instant expiresAt) {
	}

}
