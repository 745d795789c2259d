package city.plaza.accountlink.customer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The customers and the numbers they are found by. */
@Repository
class Customers {

	private static final String KEEP = """
			insert into customer (customer_number, name, location, version)
			values (:number, :name, :location, :version)
			on conflict (customer_number) do update
			set name = excluded.name, location = excluded.location, version = excluded.version
			where customer.version < excluded.version
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

	private static final String REPLACE_NUMBERS = """
			delete from customer_identifier where customer_number = :number
			""";

	private static final String ADD_NUMBER = """
			insert into customer_identifier (customer_number, number, compact, is_customer)
			values (:customer, :number, :compact, :isCustomer)
			""";

	private final DatabaseClient database;

	Customers(DatabaseClient database) {
		this.database = database;
	}

	/** Whoever locks the same customer waits for the end of the transaction. */
	Mono<Void> lock(CustomerNumber number) {
		return this.database.sql(LOCK).bind("number", "customer " + number).fetch().rowsUpdated().then();
	}

	/** The customer of this very number; empty if it is not known. */
	Mono<Customer> find(CustomerNumber number) {
		return this.database.sql(BY_NUMBER).bind("number", number.value()).map(Customers::customer).one();
	}

	/** Whether the state was newer than the one known and has replaced it. */
	Mono<Boolean> keep(CustomerChanged state) {
		return this.database.sql(KEEP)
			.bind("number", state.customerNumber())
			.bind("name", state.name())
			.bind("location", state.location())
			.bind("version", state.version())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	Mono<Void> replaceNumbers(CustomerChanged state) {
		Mono<Long> remove = this.database.sql(REPLACE_NUMBERS)
			.bind("number", state.customerNumber())
			.fetch()
			.rowsUpdated();
		return remove.thenMany(Flux.fromIterable(numbersOf(state)))
			.concatMap((number) -> addNumber(state.customerNumber(), number))
			.then();
	}

	private Collection<Identifier> numbersOf(CustomerChanged state) {
		Map<String, Identifier> numbers = new LinkedHashMap<>();
		NumberTyped own = NumberTyped.of(state.customerNumber());
		numbers.put(own.exact(), new Identifier(own, true));
		for (String account : state.accountNumbers()) {
			NumberTyped number = NumberTyped.of(account);
			numbers.putIfAbsent(number.exact(), new Identifier(number, false));
		}
		return numbers.values().stream().filter((identifier) -> !identifier.number().isEmpty()).toList();
	}

	private Mono<Long> addNumber(String customerNumber, Identifier identifier) {
		return this.database.sql(ADD_NUMBER)
			.bind("customer", customerNumber)
			.bind("number", identifier.number().exact())
			.bind("compact", identifier.number().compact())
			.bind("isCustomer", identifier.isCustomer())
			.fetch()
			.rowsUpdated();
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

	private record Identifier(NumberTyped number, boolean isCustomer) {
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
