package city.plaza.billing.access;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.platform.database.Columns;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Which customers a resident may see, and pay for: those linked to the own account. */
@Component
public class ReadableCustomers {

	// An array from a query of its own: planned once, not each time.
	private static final String AMONG = """
			select customer_number from readable_customer
			where resident_id = :resident
			  and customer_number = any(array(select unnest(cast(:customers as text[]))))
			""";

	private final DatabaseClient database;

	ReadableCustomers(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Looks customers up.
	 * @return those of them that the resident may see
	 */
	public Mono<Set<CustomerNumber>> among(ResidentId resident, Collection<CustomerNumber> customers) {
		return this.database.sql(AMONG)
			.bind("resident", resident.value())
			.bind("customers", customers.stream().map(CustomerNumber::value).toArray(String[]::new))
			.map((row) -> new CustomerNumber(Columns.text(row, "customer_number")))
			.all()
			.collect(Collectors.toSet());
	}

}
