package city.plaza.billing.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Bill.Charge;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The tables {@code bill} and {@code charge}, written many at a time. */
@Repository
class Bills {

	// In one statement with the lock a payment made meanwhile would not be seen.
	private static final String LOCK = """
			select bill_number from bill where bill_number = any(:bills) order by bill_number for update
			""";

	private static final String KNOWN = """
			select b.*, c.*,
			       exists (select from entry e where e.bill_number = b.bill_number) as entered
			from bill b
			cross join lateral (
			    select array_agg(line order by line) as lines, array_agg(description order by line) as descriptions,
			           array_agg(amount order by line) as amounts
			    from charge where bill_number = b.bill_number
			) c
			where b.bill_number = any(:bills)
			""";

	private static final String STORE = """
			insert into bill (bill_number, customer_number, bill_type, bill_year, issued_on, pay_by, currency)
			select * from unnest(:bills, :customers, :types, :years, cast(:issued as date[]), cast(:payBy as date[]),
			                     :currencies)
			on conflict (bill_number) do update set customer_number = excluded.customer_number,
			    bill_type = excluded.bill_type, bill_year = excluded.bill_year, issued_on = excluded.issued_on,
			    pay_by = excluded.pay_by, currency = excluded.currency
			""";

	private static final String CUSTOMERS_AMONG = """
			select customer_number from customer where customer_number = any(:numbers)
			""";

	private static final String TYPES = """
			select code from bill_type
			""";

	private static final String REMOVE_CHARGES = """
			delete from charge where bill_number = any(:bills)
			""";

	private static final String ADD_CHARGES = """
			insert into charge select * from unnest(:bills, :lines, :descriptions, :amounts)
			""";

	private final DatabaseClient database;

	Bills(DatabaseClient database) {
		this.database = database;
	}

	/** Those of the bills that are known, locked until the transaction ends. */
	Mono<Map<BillNumber, Known>> lock(Collection<BillNumber> numbers) {
		if (numbers.isEmpty()) {
			return Mono.just(Map.of());
		}
		return this.database.sql(LOCK)
			.bind("bills", texts(numbers))
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.then(Mono.defer(() -> find(numbers)));
	}

	/** Those of the bills that are known. */
	Mono<Map<BillNumber, Known>> find(Collection<BillNumber> numbers) {
		return this.database.sql(KNOWN)
			.bind("bills", texts(numbers))
			.map(Bills::known)
			.all()
			.collectMap((known) -> known.bill().number());
	}

	/** Those of the bills' customers that are known. */
	Mono<Set<CustomerNumber>> customersAmong(List<Bill> bills) {
		return this.database.sql(CUSTOMERS_AMONG)
			.bind("numbers", column(bills, (bill) -> bill.customer().value()))
			.map((row) -> new CustomerNumber(Columns.text(row, "customer_number")))
			.all()
			.collect(Collectors.toSet());
	}

	Mono<Set<BillTypeCode>> types() {
		return this.database.sql(TYPES)
			.map((row) -> new BillTypeCode(Columns.text(row, "code")))
			.all()
			.collect(Collectors.toSet());
	}

	/**
	 * Writes bills with their charges.
	 * @param replaced which of them are known, locked
	 */
	Mono<Void> store(List<Bill> bills, Collection<BillNumber> replaced) {
		return this.database.sql(STORE)
			.bind("bills", column(bills, (bill) -> bill.number().value()))
			.bind("customers", column(bills, (bill) -> bill.customer().value()))
			.bind("types", column(bills, (bill) -> bill.type().value()))
			.bind("years", bills.stream().map(Bill::year).toArray(Integer[]::new))
			.bind("issued", column(bills, (bill) -> bill.issuedOn().toString()))
			.bind("payBy", column(bills, (bill) -> bill.payBy().toString()))
			.bind("currencies", column(bills, Bill::currency))
			.then()
			.then(removeCharges(replaced))
			.then(storeCharges(bills));
	}

	private Mono<Void> removeCharges(Collection<BillNumber> bills) {
		return bills.isEmpty() ? Mono.empty() : this.database.sql(REMOVE_CHARGES).bind("bills", texts(bills)).then();
	}

	private Mono<Void> storeCharges(List<Bill> bills) {
		List<Charge> charges = bills.stream().flatMap((bill) -> bill.charges().stream()).toList();
		String[] owners = bills.stream()
			.flatMap((bill) -> bill.charges().stream().map((charge) -> bill.number().value()))
			.toArray(String[]::new);
		return this.database.sql(ADD_CHARGES)
			.bind("bills", owners)
			.bind("lines", charges.stream().map(Charge::line).toArray(Integer[]::new))
			.bind("descriptions", charges.stream().map(Charge::description).toArray(String[]::new))
			.bind("amounts", charges.stream().map(Charge::amount).toArray(Long[]::new))
			.then();
	}

	private static Known known(Readable row) {
		return new Known(new Bill(new BillNumber(Columns.text(row, "bill_number")),
				new CustomerNumber(Columns.text(row, "customer_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.number(row, "bill_year"),
				Columns.date(row, "issued_on"), Columns.date(row, "pay_by"), Columns.text(row, "currency"),
				charges(row)), Columns.flag(row, "entered"));
	}

	private static List<Charge> charges(Readable row) {
		Integer[] lines = Columns.required(row, "lines", Integer[].class);
		String[] descriptions = Columns.required(row, "descriptions", String[].class);
		Long[] amounts = Columns.required(row, "amounts", Long[].class);
		return IntStream.range(0, lines.length)
			.mapToObj((at) -> new Charge(lines[at], descriptions[at], amounts[at]))
			.toList();
	}

	private static String[] texts(Collection<BillNumber> numbers) {
		return numbers.stream().map(BillNumber::value).toArray(String[]::new);
	}

	private static String[] column(List<Bill> bills, Function<Bill, String> value) {
		return bills.stream().map(value).toArray(String[]::new);
	}

	/**
	 * A bill that is known.
	 *
	 * @param hasEntries whether anything has changed it since its issue
	 */
	record Known(Bill bill, boolean hasEntries) {
	}

}
