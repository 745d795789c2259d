package city.plaza.billing.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import city.plaza.billing.customer.StoreCustomers.Outcome;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.testing.PlazaTest;
import city.plaza.platform.testing.TestEvent;
import city.plaza.platform.testing.TestEvents;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Account numbers that move about between customers, file after file. */
@PlazaTest
class StoreCustomersTests {

	private static final int CUSTOMERS = 5;

	private final String prefix = UUID.randomUUID().toString().substring(0, 8);

	@Autowired
	private StoreCustomers storeCustomers;

	@Autowired
	private FindCustomer findCustomer;

	@Autowired
	private Transactions transactions;

	@Autowired
	private DatabaseClient database;

	@Autowired
	private TestEvents events;

	/** As they should be by what was stored and what was moved. */
	private final Map<CustomerNumber, Customer> expected = new HashMap<>();

	private final Map<CustomerNumber, Long> versions = new HashMap<>();

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void eachNumberHasOneOwnerAndEachChangeAVersion(long seed) {
		Random random = new Random(seed);
		for (int file = 0; file < 8; file++) {
			List<Customer> imported = file(random);
			Set<AccountNumber> givenUp = givenUp(imported, random);
			Map<CustomerNumber, Outcome> outcomes = store(imported, givenUp);
			assertThat(outcomes.keySet()).containsExactlyElementsOf(imported.stream().map(Customer::number).toList());
			Map<CustomerNumber, Customer> before = Map.copyOf(this.expected);
			imported.forEach((customer) -> expect(customer, outcomes.get(customer.number())));
			takeFromLosers(outcomes);
			check(before);
		}
		awaitLastStates();
	}

	@Test
	void theSameFileAgainChangesNothing() {
		List<Customer> imported = List.of(customer(0, "Name", Set.of(0, 1)), customer(1, "Name", Set.of(2)));
		assertThat(store(imported, Set.of()).values()).allMatch(Outcome.Changed.class::isInstance);
		assertThat(store(imported, Set.of()).values()).allMatch(Outcome.Unchanged.class::isInstance);
		assertThat(store(List.of(), Set.of())).isEmpty();
	}

	@Test
	void aChangeOfAnyFieldIsOne() {
		Customer first = customer(0, "Name", Set.of(0));
		store(List.of(first), Set.of());
		Address address = first.address();
		List<Customer> changes = List.of(customer(0, "Other", Set.of(0)), customer(0, "Other", Set.of()),
				new Customer(first.number(), List.of(), "Other", new Address("2 ELM", "ANY TOWN", "IL", "00000"),
						"1 OAK"),
				new Customer(first.number(), List.of(), "Other", address, "2 ELM"),
				new Customer(first.number(), List.of(), "\uD83C\uDF33 O\u2019Brien", address, "2 ELM"));
		for (Customer change : changes) {
			assertThat(store(List.of(change), Set.of())).containsValue(new Outcome.Changed());
			assertThat(this.findCustomer.find(first.number()).block()).isEqualTo(change);
		}
		assertThat(versionOf(first.number())).isEqualTo(1L + changes.size());
	}

	@Test
	void twoCustomersExchangeTheirNumbersInOneFile() {
		store(List.of(customer(0, "A", Set.of(0)), customer(1, "B", Set.of(1))), Set.of());
		Map<CustomerNumber, Outcome> outcomes = store(List.of(customer(0, "A", Set.of(1)), customer(1, "B", Set.of(0))),
				Set.of(account(0), account(1)));
		assertThat(outcomes.values()).containsOnly(new Outcome.Changed());
		assertThat(this.findCustomer.find(number(0)).block().accountNumbers()).containsExactly(account(1));
		assertThat(this.findCustomer.find(number(1)).block().accountNumbers()).containsExactly(account(0));
	}

	/** A few customers with any account numbers, their own or not. */
	private List<Customer> file(Random random) {
		List<Customer> imported = new ArrayList<>();
		for (int at = 0; at < CUSTOMERS; at++) {
			if (random.nextInt(3) > 0) {
				imported.add(customer(at, random.nextBoolean() ? "Robin" : "Kim",
						random.ints(random.nextInt(4), 0, 10).boxed().collect(Collectors.toSet())));
			}
		}
		return imported;
	}

	/** Those that their owner has in no row of the file, some of them. */
	private Set<AccountNumber> givenUp(List<Customer> imported, Random random) {
		Set<AccountNumber> givenUp = new HashSet<>();
		for (Customer row : imported) {
			Customer known = this.expected.get(row.number());
			if (known != null && random.nextBoolean()) {
				known.accountNumbers()
					.stream()
					.filter((account) -> !row.accountNumbers().contains(account))
					.forEach(givenUp::add);
			}
		}
		return givenUp;
	}

	private void expect(Customer imported, Outcome outcome) {
		switch (outcome) {
			case Outcome.Changed changed ->
				assertThat(this.expected.put(imported.number(), imported)).isNotEqualTo(imported);
			case Outcome.Unchanged unchanged -> assertThat(this.expected.get(imported.number())).isEqualTo(imported);
			case Outcome.AccountNumberTaken taken ->
				assertThat(imported.accountNumbers()).contains(taken.accountNumber());
		}
	}

	/** Whoever did not change by an own row has lost what another row has got. */
	private void takeFromLosers(Map<CustomerNumber, Outcome> outcomes) {
		Set<AccountNumber> got = new HashSet<>();
		outcomes.forEach((number, outcome) -> {
			if (outcome instanceof Outcome.Changed) {
				got.addAll(this.expected.get(number).accountNumbers());
			}
		});
		this.expected.replaceAll((number, customer) -> (outcomes.get(number) instanceof Outcome.Changed) ? customer
				: new Customer(number,
						customer.accountNumbers().stream().filter((account) -> !got.contains(account)).toList(),
						customer.name(), customer.address(), customer.location()));
	}

	private void check(Map<CustomerNumber, Customer> before) {
		this.expected.forEach((number, customer) -> {
			assertThat(this.findCustomer.find(number).block()).isEqualTo(customer);
			long version = versionOf(number);
			long known = this.versions.getOrDefault(number, 0L);
			assertThat(version).isEqualTo(customer.equals(before.get(number)) ? known : known + 1);
			this.versions.put(number, version);
		});
		assertThat(this.expected.values().stream().flatMap((customer) -> customer.accountNumbers().stream()))
			.doesNotHaveDuplicates();
	}

	/** A reader of the events ends with what is stored. */
	private void awaitLastStates() {
		this.expected.forEach((number, customer) -> Awaitility.await().untilAsserted(() -> {
			List<TestEvent> all = this.events.all("billing.customers")
				.stream()
				.filter((event) -> event.key().equals(number.value()))
				.toList();
			assertThat(all).extracting((event) -> event.body().path("version").asLong())
				.isSorted()
				.doesNotHaveDuplicates()
				.endsWith(this.versions.get(number));
			assertThat(
					all.getLast().body().path("accountNumbers").valueStream().map((account) -> account.stringValue()))
				.containsExactlyElementsOf(customer.accountNumbers().stream().map(AccountNumber::value).toList());
		}));
	}

	private Map<CustomerNumber, Outcome> store(List<Customer> imported, Set<AccountNumber> givenUp) {
		return this.transactions.inOne(this.storeCustomers.store(imported, (contested) -> {
			Set<AccountNumber> free = new TreeSet<>(contested.keySet());
			free.retainAll(givenUp);
			return Mono.just(free);
		})).block();
	}

	private long versionOf(CustomerNumber number) {
		return this.database.sql("select version from customer where customer_number = :number")
			.bind("number", number.value())
			.map((row) -> row.get(0, Long.class))
			.one()
			.block();
	}

	private Customer customer(int at, String name, Set<Integer> accounts) {
		return new Customer(number(at), accounts.stream().map(this::account).toList(), name,
				new Address("1 OAK", "ANY TOWN", "IL", "00000"), "1 OAK");
	}

	private CustomerNumber number(int at) {
		return new CustomerNumber(this.prefix + "-C" + at);
	}

	private AccountNumber account(int at) {
		return new AccountNumber(this.prefix + "-" + at);
	}

}
