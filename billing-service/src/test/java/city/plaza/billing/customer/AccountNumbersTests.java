package city.plaza.billing.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose account numbers are while customers claim them one by one. */
class AccountNumbersTests {

	@ParameterizedTest(name = "{0} claims {1}: {2}")
	@CsvSource({ "C, x, ", "A, a, ", "A, a;x, ", "B, a, a", "B, x;a;m, a", "B, m, ", "C, m, ", "A, m, ", "C, m;a, a",
			"C, '', " })
	void aNumberIsFreeWhereNobodyHasItOrItsOwnerGivesItUp(String customer, String accounts, String clash) {
		// A has a and m, and gives m up.
		AccountNumbers numbers = new AccountNumbers(Map.of(account("a"), number("A"), account("m"), number("A")),
				Map.of(account("m"), number("A")));
		assertThat(numbers.clash(customer(customer, accounts)))
			.isEqualTo(Optional.ofNullable(clash).map(AccountNumber::new));
	}

	@Test
	void aNumberThatIsGivenUpGoesToTheFirstWhoClaimsIt() {
		AccountNumbers numbers = new AccountNumbers(Map.of(account("m"), number("A")),
				Map.of(account("m"), number("A")));
		numbers.claim(customer("B", "m"));
		assertThat(numbers.clash(customer("C", "m"))).contains(account("m"));
		assertThat(numbers.clash(customer("B", "m"))).isEmpty();
		assertThat(numbers.left(customer("A", "a;m"))).contains(customer("A", "a"));
		assertThat(numbers.left(customer("A", "a"))).isEmpty();
	}

	@Test
	void twoCustomersExchangeTheirNumbers() {
		Map<AccountNumber, CustomerNumber> owners = Map.of(account("a"), number("A"), account("b"), number("B"));
		AccountNumbers numbers = new AccountNumbers(owners, owners);
		for (Customer customer : List.of(customer("A", "b"), customer("B", "a"))) {
			assertThat(numbers.clash(customer)).isEmpty();
			numbers.claim(customer);
		}
		assertThat(numbers.left(customer("A", "b"))).isEmpty();
		assertThat(numbers.left(customer("B", "a"))).isEmpty();
	}

	static LongStream seeds() {
		return LongStream.range(0, 200);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void noNumberEverHasTwoOwners(long seed) {
		Random random = new Random(seed);
		Map<AccountNumber, CustomerNumber> owners = new HashMap<>();
		Map<AccountNumber, CustomerNumber> moving = new HashMap<>();
		Map<CustomerNumber, Customer> known = new HashMap<>();
		List<Customer> rows = new ArrayList<>();
		for (int at = 0; at < 5; at++) {
			Customer row = customer("C" + at, "n" + random.nextInt(18) + ";n" + random.nextInt(18));
			Customer before = customer("C" + at, "n%d;n%d;n%d".formatted(at * 3, at * 3 + 1, at * 3 + 2));
			for (AccountNumber account : before.accountNumbers()) {
				owners.put(account, row.number());
				if (random.nextBoolean() && !row.accountNumbers().contains(account)) {
					moving.put(account, row.number());
				}
			}
			rows.add(row);
			known.put(before.number(), before);
		}
		AccountNumbers numbers = new AccountNumbers(owners, moving);
		List<CustomerNumber> taken = new ArrayList<>();
		for (Customer row : rows) {
			if (numbers.clash(row).isEmpty()) {
				numbers.claim(row);
				known.put(row.number(), row);
				taken.add(row.number());
			}
		}
		known.replaceAll(
				(number, customer) -> taken.contains(number) ? customer : numbers.left(customer).orElse(customer));
		assertThat(known.values().stream().flatMap((customer) -> customer.accountNumbers().stream()))
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "b;a;b, a;b", "'', ''", "2;10;1, 1;10;2" })
	void aCustomerHasEachNumberOnceAndInOrder(String accounts, String expected) {
		assertThat(customer("A", accounts).accountNumbers()).map(AccountNumber::value)
			.isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(";")));
		assertThat(customer("A", accounts)).isEqualTo(customer("A", expected));
	}

	private static Customer customer(String number, String accounts) {
		return new Customer(number(number),
				Arrays.stream(accounts.split(";")).filter((it) -> !it.isEmpty()).map(AccountNumber::new).toList(),
				"EXAMPLE CUSTOMER", new Address("123 MAIN ST", "ANY TOWN", "IL", "00000"), "123 MAIN ST");
	}

	private static AccountNumber account(String value) {
		return new AccountNumber(value);
	}

	private static CustomerNumber number(String value) {
		return new CustomerNumber(value);
	}

}
