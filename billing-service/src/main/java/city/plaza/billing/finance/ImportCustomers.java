package city.plaza.billing.finance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.billing.customer.AccountNumber;
import city.plaza.billing.customer.Address;
import city.plaza.billing.customer.Customer;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.customer.StoreCustomers;
import city.plaza.billing.ledger.BillSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** A row is a customer; a second row of the same customer is refused. */
@Component
class ImportCustomers implements Importer {

	private static final int LONGEST = 200;

	private static final int LONGEST_NUMBER = 40;

	private static final int LONGEST_NUMBERS = 4000;

	private static final int ACCOUNT_NUMBERS = ImportKind.CUSTOMERS.columns().indexOf("account_numbers");

	private final StoreCustomers storeCustomers;

	private final BillSettings settings;

	ImportCustomers(StoreCustomers storeCustomers, BillSettings settings) {
		this.storeCustomers = storeCustomers;
		this.settings = settings;
	}

	@Override
	public ImportKind kind() {
		return ImportKind.CUSTOMERS;
	}

	@Override
	public Mono<Void> take(List<List<Row>> groups, Report report, FileRows file) {
		Map<CustomerNumber, Row> rows = new LinkedHashMap<>();
		Map<CustomerNumber, Customer> customers = new LinkedHashMap<>();
		for (Row row : groups.stream().flatMap(List::stream).toList()) {
			RowReader reader = new RowReader(kind(), row, this.settings.currency());
			Customer customer = read(reader);
			if (customer != null && rows.putIfAbsent(customer.number(), row) == null) {
				customers.put(customer.number(), customer);
			}
			else {
				if (customer != null) {
					reader.wrong("customer_number", RowErrorCode.DUPLICATE_ROW);
				}
				report.reject(reader.errors());
			}
		}
		return this.storeCustomers.store(List.copyOf(customers.values()), (contested) -> released(contested, file))
			.doOnNext((stored) -> rows.forEach((number, row) -> report(row, stored.get(number), report)))
			.then();
	}

	/**
	 * Those of the account numbers whose customer has rows in the file, and none that
	 * keeps them: of two rows only one is taken, and it may be either.
	 */
	private static Mono<Set<AccountNumber>> released(Map<AccountNumber, CustomerNumber> contested, FileRows file) {
		Set<String> owners = contested.values().stream().map(CustomerNumber::value).collect(Collectors.toSet());
		return file.of(owners).map((rows) -> {
			Map<String, List<Row>> byOwner = rows.stream().collect(Collectors.groupingBy(Row::key));
			return contested.entrySet()
				.stream()
				.filter((account) -> isReleased(account.getKey(),
						byOwner.getOrDefault(account.getValue().value(), List.of())))
				.map(Map.Entry::getKey)
				.collect(Collectors.toSet());
		});
	}

	private static boolean isReleased(AccountNumber account, List<Row> rows) {
		return !rows.isEmpty() && rows.stream().allMatch((row) -> leavesOut(row, account));
	}

	private static boolean leavesOut(Row row, AccountNumber account) {
		return row.fields().size() > ACCOUNT_NUMBERS
				&& !split(row.fields().get(ACCOUNT_NUMBERS)).contains(account.value());
	}

	private static List<String> split(String accountNumbers) {
		return Arrays.stream(accountNumbers.split(";", -1))
			.map(String::strip)
			.filter((number) -> !number.isEmpty())
			.toList();
	}

	private static @Nullable Customer read(RowReader reader) {
		String number = reader.newNumber("customer_number", LONGEST_NUMBER);
		List<String> accounts = accountNumbers(reader);
		String name = reader.required("name", LONGEST);
		String location = reader.required("location", LONGEST);
		Address address = new Address(reader.required("address_line1", LONGEST), reader.required("city", LONGEST),
				reader.required("state", 40), reader.required("postal_code", 20));
		return reader.isGood() ? new Customer(new CustomerNumber(number),
				accounts.stream().map(AccountNumber::new).toList(), name, address, location) : null;
	}

	private static List<String> accountNumbers(RowReader reader) {
		List<String> numbers = split(reader.optional("account_numbers", LONGEST_NUMBERS));
		if (numbers.stream().anyMatch((number) -> number.length() > LONGEST_NUMBER)) {
			reader.wrong("account_numbers", RowErrorCode.TOO_LONG, Integer.toString(LONGEST_NUMBER));
		}
		return numbers;
	}

	private static void report(Row row, StoreCustomers.@Nullable Outcome outcome, Report report) {
		switch (outcome) {
			case StoreCustomers.Outcome.Changed changed -> report.accept(1);
			case StoreCustomers.Outcome.Unchanged unchanged -> report.unchanged(1);
			case StoreCustomers.Outcome.AccountNumberTaken clash ->
				report.reject(List.of(RowError.of(ImportKind.CUSTOMERS, row, "account_numbers",
						RowErrorCode.ACCOUNT_NUMBER_TAKEN, List.of(clash.accountNumber().toString()))));
			case null -> throw new IllegalStateException("Line %d has no outcome".formatted(row.line()));
		}
	}

}
