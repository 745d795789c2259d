package city.plaza.accountlink.customer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The customers and the numbers they are found by. */
@Repository
class Customers {

	// One statement for many: a copy of a million customers is a few thousand of them.
	private static final String KEEP = """
			with kept as (
			    insert into customer (customer_number, name, location, version)
			    select customer_number, name, location, version
			    from unnest(cast(:customers as text[]), cast(:names as text[]), cast(:locations as text[]),
			                cast(:versions as bigint[])) as c (customer_number, name, location, version)
			    order by customer_number
			    on conflict (customer_number) do update
			    set name = excluded.name, location = excluded.location, version = excluded.version
			    where customer.version < excluded.version
			    returning customer_number
			), named as (
			    select n.* from unnest(cast(:owners as text[]), cast(:numbers as text[]), cast(:compacts as text[]),
			                           cast(:areCustomers as boolean[]))
			               as n (customer_number, number, compact, is_customer)
			    join kept using (customer_number)
			), removed as (
			    delete from customer_identifier i using kept
			    where i.customer_number = kept.customer_number and not exists (
			      select from named n where n.customer_number = i.customer_number and n.number = i.number)
			), added as (
			    insert into customer_identifier as i (customer_number, number, compact, is_customer)
			    select customer_number, number, compact, is_customer from named
			    on conflict (customer_number, number) do update
			    set compact = excluded.compact, is_customer = excluded.is_customer
			    where (i.compact, i.is_customer) is distinct from (excluded.compact, excluded.is_customer)
			)
			select customer_number from kept
			""";

	private static final String FIND = """
			select c.customer_number, c.name, c.location, i.number = :exact as exact, i.is_customer
			from customer_identifier i join customer c using (customer_number)
			where i.number = :exact or i.compact = :compact
			order by c.customer_number, i.number
			limit 100
			""";

	private static final String BY_NUMBER = """
			select customer_number, name, location from customer where customer_number = :number
			""";

	private static final String LOCK = """
			select pg_advisory_xact_lock(hashtextextended(:number, 0))
			""";

	private static final String LOCK_ALL = """
			select count(pg_advisory_xact_lock(hashtextextended('customer ' || customer_number, 0))) as locked
			from (select customer_number from unnest(cast(:numbers as text[])) as c (customer_number)
			      order by customer_number collate "C" offset 0) as c
			""";

	private final DatabaseClient database;

	Customers(DatabaseClient database) {
		this.database = database;
	}

	/** Whoever locks the same customer waits for the end of the transaction. */
	Mono<Void> lock(CustomerNumber number) {
		return this.database.sql(LOCK).bind("number", "customer " + number).fetch().rowsUpdated().then();
	}

	/**
	 * Locks several, in one order for all who do: no two wait for each other.
	 * @param numbers in any order
	 */
	Mono<Void> lockAll(Collection<CustomerNumber> numbers) {
		return this.database.sql(LOCK_ALL)
			.bind("numbers", texts(numbers, CustomerNumber::value))
			.map((row) -> Columns.amount(row, "locked"))
			.one()
			.then();
	}

	/** The customer of this very number; empty if it is not known. */
	Mono<Customer> find(CustomerNumber number) {
		return this.database.sql(BY_NUMBER).bind("number", number.value()).map(Customers::customer).one();
	}

	/**
	 * Keeps states, with the numbers of the customers.
	 * @param states one of each customer
	 * @return the numbers of those that were newer than what was known and have replaced
	 * it
	 */
	Mono<Set<String>> keep(Collection<CustomerChanged> states) {
		List<Identifier> numbers = states.stream().flatMap((state) -> numbersOf(state).stream()).toList();
		return this.database.sql(KEEP)
			.bind("customers", texts(states, CustomerChanged::customerNumber))
			.bind("names", texts(states, CustomerChanged::name))
			.bind("locations", texts(states, CustomerChanged::location))
			.bind("versions", states.stream().map(CustomerChanged::version).toArray(Long[]::new))
			.bind("owners", texts(numbers, Identifier::owner))
			.bind("numbers", texts(numbers, (each) -> each.number().exact()))
			.bind("compacts", texts(numbers, (each) -> each.number().compact()))
			.bind("areCustomers", numbers.stream().map(Identifier::isCustomer).toArray(Boolean[]::new))
			.map((row) -> Columns.text(row, "customer_number"))
			.all()
			.collect(Collectors.toSet());
	}

	private static <T> String[] texts(Collection<T> of, Function<T, String> text) {
		return of.stream().map(text).toArray(String[]::new);
	}

	private Collection<Identifier> numbersOf(CustomerChanged state) {
		Map<String, Identifier> numbers = new LinkedHashMap<>();
		NumberTyped own = NumberTyped.of(state.customerNumber());
		numbers.put(own.exact(), new Identifier(state.customerNumber(), own, true));
		for (String account : state.accountNumbers()) {
			NumberTyped number = NumberTyped.of(account);
			numbers.putIfAbsent(number.exact(), new Identifier(state.customerNumber(), number, false));
		}
		return numbers.values().stream().filter((identifier) -> !identifier.number().isEmpty()).toList();
	}

	/** Every customer that the number may mean, in whatever form it was typed. */
	Flux<Candidate> candidates(NumberTyped number) {
		if (number.isEmpty()) {
			return Flux.empty();
		}
		return this.database.sql(FIND)
			.bind("exact", number.exact())
			.bind("compact", number.compact())
			.map((row) -> new Candidate(customer(row), Columns.flag(row, "exact"), Columns.flag(row, "is_customer")))
			.all();
	}

	private static Customer customer(Readable row) {
		return new Customer(new CustomerNumber(Columns.text(row, "customer_number")), Columns.text(row, "name"),
				Columns.text(row, "location"));
	}

	private record Identifier(String owner, NumberTyped number, boolean isCustomer) {
	}

	/**
	 * A customer the number may mean.
	 *
	 * @param exact whether the number stands there as typed
	 * @param byCustomerNumber whether it is the customer number, not an account number
	 */
	record Candidate(Customer customer, boolean exact, boolean byCustomerNumber) {
	}

}
