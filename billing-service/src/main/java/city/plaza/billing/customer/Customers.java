package city.plaza.billing.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The tables {@code customer} and {@code account_number}. */
@Repository
class Customers {

	private static final String COLUMNS = """
			SELECT c.customer_number, c.name, c.address_line1, c.city, c.state, c.postal_code, c.location, c.version, c.changed_at,
			       ARRAY(SELECT a.account_number FROM account_number a
			             WHERE a.customer_number = c.customer_number) AS account_numbers
			FROM customer c
			""";

	private static final String STORE = """
			INSERT INTO customer
			SELECT * FROM unnest(:numbers, :names, :lines, :cities, :states, :codes, :locations, :versions),
			              (SELECT CAST(:at AS timestamptz)) AS moment
			ON CONFLICT (customer_number) DO UPDATE SET name = excluded.name, address_line1 = excluded.address_line1,
			    city = excluded.city, state = excluded.state, postal_code = excluded.postal_code,
			    location = excluded.location, version = excluded.version, changed_at = excluded.changed_at
			""";

	private final DatabaseClient database;

	Customers(DatabaseClient database) {
		this.database = database;
	}

	Mono<Customer> find(CustomerNumber number) {
		return this.database.sql(COLUMNS + "WHERE c.customer_number = :number")
			.bind("number", number.value())
			.map(Customers::customer)
			.one();
	}

	/** Those of the customers that are known, locked until the transaction ends. */
	Mono<Map<CustomerNumber, KnownCustomer>> lock(Collection<CustomerNumber> numbers) {
		return this.database
			.sql(COLUMNS + "WHERE c.customer_number = ANY(:numbers) ORDER BY c.customer_number FOR UPDATE OF c")
			.bind("numbers", values(numbers))
			.map((row) -> new KnownCustomer(customer(row), Columns.amount(row, "version")))
			.all()
			.collectMap((known) -> known.customer().number());
	}

	/**
	 * The next customers behind a number, locked: a change of one of them, and its event,
	 * comes after this transaction. They are read by a second statement, whose snapshot
	 * is younger than the locks.
	 */
	Mono<List<CustomerChanged>> lockAfter(String number, int most) {
		return this.database
			.sql("SELECT customer_number FROM customer WHERE customer_number > :after ORDER BY customer_number "
					+ "LIMIT :most FOR UPDATE")
			.bind("after", number)
			.bind("most", most)
			.map((row) -> Columns.text(row, "customer_number"))
			.all()
			.collectList()
			.flatMap(this::states);
	}

	private Mono<List<CustomerChanged>> states(List<String> numbers) {
		return this.database.sql(COLUMNS + "WHERE c.customer_number = ANY(:numbers) ORDER BY c.customer_number")
			.bind("numbers", numbers.toArray(String[]::new))
			.map((row) -> CustomerChanged.of(customer(row), Columns.amount(row, "version"),
					Columns.required(row, "changed_at", Instant.class)))
			.all()
			.collectList();
	}

	/** Whose the account numbers are, where they are somebody's. */
	Mono<Map<String, CustomerNumber>> owners(Collection<String> accountNumbers) {
		return this.database
			.sql("SELECT account_number, customer_number FROM account_number WHERE account_number = ANY(:numbers)")
			.bind("numbers", accountNumbers.toArray(String[]::new))
			.map((row) -> Map.entry(Columns.text(row, "account_number"),
					new CustomerNumber(Columns.text(row, "customer_number"))))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** Writes customers as they are now, each with its new version. */
	Mono<Void> store(List<KnownCustomer> changed, Instant at) {
		List<Customer> customers = changed.stream().map(KnownCustomer::customer).toList();
		return this.database.sql(STORE)
			.bind("numbers", values(customers.stream().map(Customer::number).toList()))
			.bind("names", column(customers, Customer::name))
			.bind("lines", column(customers, (customer) -> customer.address().line1()))
			.bind("cities", column(customers, (customer) -> customer.address().city()))
			.bind("states", column(customers, (customer) -> customer.address().state()))
			.bind("codes", column(customers, (customer) -> customer.address().postalCode()))
			.bind("locations", column(customers, Customer::location))
			.bind("versions", changed.stream().map(KnownCustomer::version).toArray(Long[]::new))
			.bind("at", at)
			.then()
			.then(storeAccountNumbers(customers));
	}

	private Mono<Void> storeAccountNumbers(List<Customer> customers) {
		String[] owners = customers.stream()
			.flatMap((customer) -> customer.accountNumbers().stream().map((account) -> customer.number().value()))
			.toArray(String[]::new);
		String[] accounts = customers.stream()
			.flatMap((customer) -> customer.accountNumbers().stream())
			.toArray(String[]::new);
		Mono<Void> forget = this.database.sql("DELETE FROM account_number WHERE customer_number = ANY(:numbers)")
			.bind("numbers", values(customers.stream().map(Customer::number).toList()))
			.then();
		return forget.then(this.database.sql("INSERT INTO account_number SELECT * FROM unnest(:accounts, :owners)")
			.bind("accounts", accounts)
			.bind("owners", owners)
			.then());
	}

	private static Customer customer(Readable row) {
		return new Customer(new CustomerNumber(Columns.text(row, "customer_number")),
				Arrays.asList(Columns.required(row, "account_numbers", String[].class)), Columns.text(row, "name"),
				new Address(Columns.text(row, "address_line1"), Columns.text(row, "city"), Columns.text(row, "state"),
						Columns.text(row, "postal_code")),
				Columns.text(row, "location"));
	}

	private static String[] values(Collection<CustomerNumber> numbers) {
		return numbers.stream().map(CustomerNumber::value).toArray(String[]::new);
	}

	private static String[] column(List<Customer> customers, Function<Customer, String> value) {
		return customers.stream().map(value).toArray(String[]::new);
	}

	/** A customer with the version of its state, 1 at first. */
	record KnownCustomer(Customer customer, long version) {
	}

}
