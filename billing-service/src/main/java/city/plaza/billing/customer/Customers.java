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
			select c.customer_number, c.name, c.address_line1, c.city, c.state, c.postal_code, c.location, c.version, c.changed_at,
			       array(select a.account_number from account_number a
			             where a.customer_number = c.customer_number) as account_numbers
			from customer c
			""";

	private static final String STORE = """
			insert into customer
			select * from unnest(:numbers, :names, :lines, :cities, :states, :codes, :locations, :versions),
			              (select cast(:at as timestamptz)) as moment
			on conflict (customer_number) do update set name = excluded.name, address_line1 = excluded.address_line1,
			    city = excluded.city, state = excluded.state, postal_code = excluded.postal_code,
			    location = excluded.location, version = excluded.version, changed_at = excluded.changed_at
			""";

	private static final String FIND = COLUMNS + """
			where c.customer_number = :number
			""";

	private static final String LOCK = COLUMNS + """
			where c.customer_number = any(:numbers) order by c.customer_number for update of c
			""";

	private static final String LOCK_AFTER = """
			select customer_number
			from customer
			where customer_number > :after
			order by customer_number limit :most for update
			""";

	private static final String STATES = COLUMNS + """
			where c.customer_number = any(:numbers) order by c.customer_number
			""";

	private static final String OWNERS = """
			select account_number, customer_number from account_number where account_number = any(:numbers)
			""";

	private static final String REMOVE_ACCOUNT_NUMBERS = """
			delete from account_number where customer_number = any(:numbers)
			""";

	private static final String ADD_ACCOUNT_NUMBERS = """
			insert into account_number select * from unnest(:accounts, :owners)
			""";

	private final DatabaseClient database;

	Customers(DatabaseClient database) {
		this.database = database;
	}

	Mono<Customer> find(CustomerNumber number) {
		return this.database.sql(FIND).bind("number", number.value()).map(Customers::customer).one();
	}

	/** Those of the customers that are known, locked until the transaction ends. */
	Mono<Map<CustomerNumber, KnownCustomer>> lock(Collection<CustomerNumber> numbers) {
		return this.database.sql(LOCK)
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
		return this.database.sql(LOCK_AFTER)
			.bind("after", number)
			.bind("most", most)
			.map((row) -> Columns.text(row, "customer_number"))
			.all()
			.collectList()
			.flatMap(this::states);
	}

	private Mono<List<CustomerChanged>> states(List<String> numbers) {
		return this.database.sql(STATES)
			.bind("numbers", numbers.toArray(String[]::new))
			.map((row) -> CustomerChanged.of(customer(row), Columns.amount(row, "version"),
					Columns.required(row, "changed_at", Instant.class)))
			.all()
			.collectList();
	}

	/** The customers of those account numbers that have one. */
	Mono<Map<AccountNumber, CustomerNumber>> owners(Collection<AccountNumber> accountNumbers) {
		return this.database.sql(OWNERS)
			.bind("numbers", accountNumbers.stream().map(AccountNumber::value).toArray(String[]::new))
			.map((row) -> Map.entry(new AccountNumber(Columns.text(row, "account_number")),
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
			.map(AccountNumber::value)
			.toArray(String[]::new);
		Mono<Void> forget = this.database.sql(REMOVE_ACCOUNT_NUMBERS)
			.bind("numbers", values(customers.stream().map(Customer::number).toList()))
			.then();
		return forget
			.then(this.database.sql(ADD_ACCOUNT_NUMBERS).bind("accounts", accounts).bind("owners", owners).then());
	}

	private static Customer customer(Readable row) {
		return new Customer(new CustomerNumber(Columns.text(row, "customer_number")),
				Arrays.stream(Columns.required(row, "account_numbers", String[].class))
					.map(AccountNumber::new)
					.toList(),
				Columns.text(row, "name"), new Address(Columns.text(row, "address_line1"), Columns.text(row, "city"),
						Columns.text(row, "state"), Columns.text(row, "postal_code")),
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
