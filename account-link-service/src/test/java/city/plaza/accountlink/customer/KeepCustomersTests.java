package city.plaza.accountlink.customer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import city.plaza.accountlink.LinkingFixture;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.Event;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** In whatever order the states of customers come, the newest is kept as a whole. */
@PlazaTest
class KeepCustomersTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Autowired
	private KeepCustomers keepCustomers;

	@Autowired
	private FindCustomer findCustomer;

	@Autowired
	private Transactions transactions;

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void keepsTheNewestStateOfEachCustomerHoweverTheyCome(int seed) {
		Random random = new Random(seed);
		List<CustomerChanged> states = new ArrayList<>();
		for (int customer = 0; customer < 4; customer++) {
			String number = LinkingFixture.newNumber();
			IntStream.rangeClosed(1, 5).forEach((version) -> states.add(state(number, version)));
		}
		List<CustomerChanged> order = new ArrayList<>(states);
		order.addAll(states.subList(0, 10));
		Collections.shuffle(order, random);
		order.forEach(this::keep);
		states.forEach((state) -> assertKept(state, state.version() == 5, "seed " + seed));
	}

	@ParameterizedTest
	@ValueSource(ints = { 20260302, 20261129 })
	void keepsTheNewestStateOfEachCustomerOfThoseThatComeTogether(int seed) {
		Random random = new Random(seed);
		List<CustomerChanged> states = new ArrayList<>();
		for (int customer = 0; customer < 6; customer++) {
			String number = LinkingFixture.newNumber();
			IntStream.rangeClosed(1, 5).forEach((version) -> states.add(state(number, version)));
		}
		List<CustomerChanged> order = new ArrayList<>(states);
		order.addAll(states.subList(0, 10));
		Collections.shuffle(order, random);
		for (int from = 0; from < order.size();) {
			int to = Math.min(order.size(), from + 1 + random.nextInt(15));
			keep(order.subList(from, to));
			from = to;
		}
		states.forEach((state) -> assertKept(state, state.version() == 5, "seed " + seed));
	}

	/** Which they would, if each locked its customers in the order of its events. */
	@Test
	void keepsTheSameCustomersAtOnceInAnyOrderWithoutADeadlock() {
		List<String> numbers = IntStream.range(0, 40).mapToObj((n) -> LinkingFixture.newNumber()).toList();
		Flux.range(1, 40).flatMap((version) -> {
			List<String> order = new ArrayList<>(numbers);
			Collections.shuffle(order, new Random(version));
			return this.transactions
				.inOne(this.keepCustomers.keep(order.stream().map((number) -> event(state(number, version))).toList()));
		}, 4).blockLast(TIMEOUT);
		numbers.forEach((number) -> assertKept(state(number, 40), true, "at once"));
	}

	@Test
	void keepsTheNewestOfStatesThatComeAtOnce() {
		String number = LinkingFixture.newNumber();
		List<CustomerChanged> states = IntStream.rangeClosed(1, 12)
			.mapToObj((version) -> state(number, version))
			.toList();
		Flux.fromIterable(states)
			.flatMap((state) -> this.transactions.inOne(this.keepCustomers.keep(List.of(event(state)))))
			.blockLast(TIMEOUT);
		states.forEach((state) -> assertKept(state, state.version() == 12, "at once"));
	}

	@Test
	void changesNothingWhereTheSameVersionComesAgain() {
		CustomerChanged first = state(LinkingFixture.newNumber(), 3);
		keep(first);
		keep(new CustomerChanged(first.customerNumber(), List.of("OTHER-" + first.customerNumber()), "OTHER NAME", "",
				3));
		assertKept(first, true, "the same version");
		assertThat(finding("OTHER-" + first.customerNumber(), "OTHER NAME").meant()).isEmpty();
	}

	@Test
	void findsTheCustomerWhoseNumberItIsBeforeAnAccountThatReadsTheSame() {
		String number = LinkingFixture.newNumber();
		CustomerChanged holder = new CustomerChanged(number, List.of(), "SMITH, JOHN", "1 MAIN ST", 1);
		CustomerChanged other = new CustomerChanged("0" + number, List.of(number), "SMITH, JOHN", "2 MAIN ST", 1);
		keep(other);
		keep(holder);
		assertThat(finding(number, "John Smith").proven()).map(Customer::location).contains("1 MAIN ST");
		assertThat(finding("0" + number, "John Smith").proven()).map(Customer::location).contains("2 MAIN ST");
	}

	@Test
	void provesNobodyWhereTwoCustomersOfOneNameHaveTheNumber() {
		String account = "A" + LinkingFixture.newNumber();
		for (int customer = 0; customer < 2; customer++) {
			keep(new CustomerChanged(LinkingFixture.newNumber(), List.of(account), "SMITH, JOHN", "", 1));
		}
		assertThat(finding(account, "John Smith").proven()).isEmpty();
		assertThat(finding(account, "John Smith").meant()).isPresent();
	}

	@Test
	void provesNothingByANumberThatIsUnknown() {
		assertThat(finding(LinkingFixture.newNumber(), "NO CUSTOMER OF THIS NUMBER"))
			.isEqualTo(new FindCustomer.Finding(Optional.empty(), Optional.empty()));
	}

	private void assertKept(CustomerChanged state, boolean kept, String place) {
		FindCustomer.Finding finding = finding(state.accountNumbers().getFirst(), state.name());
		assertThat(finding.proven().isPresent())
			.as("version %s of %s, %s", state.version(), state.customerNumber(), place)
			.isEqualTo(kept);
		assertThat(finding(state.customerNumber(), state.name()).proven().isPresent()).isEqualTo(kept);
	}

	private void keep(CustomerChanged state) {
		keep(List.of(state));
	}

	private void keep(List<CustomerChanged> states) {
		this.transactions.inOne(this.keepCustomers.keep(states.stream().map(KeepCustomersTests::event).toList()))
			.block(TIMEOUT);
	}

	private FindCustomer.Finding finding(String number, String name) {
		return Objects
			.requireNonNull(this.findCustomer.find(NumberTyped.of(number), NameOnFile.of(name)).block(TIMEOUT));
	}

	private static CustomerChanged state(String number, long version) {
		return new CustomerChanged(number, List.of(number + "-V" + version, number + "-ALL"),
				"HOLDER " + version + " OF " + number, "", version);
	}

	private static Event<CustomerChanged> event(CustomerChanged state) {
		return new Event<>(UUID.randomUUID(), CustomerChanged.TYPE, state.customerNumber(), Instant.EPOCH, state);
	}

}
