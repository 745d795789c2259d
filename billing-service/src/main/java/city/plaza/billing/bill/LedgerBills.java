package city.plaza.billing.bill;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.billing.bill.LedgerBill.LedgerCharge;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.sql.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The tables {@code bill} and {@code charge}, written many at a time. */
@Repository
class LedgerBills {

	// In one statement with the lock a payment made meanwhile would not be seen.
	private static final String LOCK = """
			SELECT bill_number FROM bill WHERE bill_number = ANY(:bills) ORDER BY bill_number FOR UPDATE
			""";

	private static final String KNOWN = """
			SELECT b.*, c.*,
			       EXISTS (SELECT FROM posting p WHERE p.bill_number = b.bill_number)
			       OR EXISTS (SELECT FROM pending_web_payment w WHERE w.bill_number = b.bill_number) AS paid
			FROM bill b
			CROSS JOIN LATERAL (
			    SELECT array_agg(line ORDER BY line) AS lines, array_agg(description ORDER BY line) AS descriptions,
			           array_agg(amount ORDER BY line) AS amounts
			    FROM charge WHERE bill_number = b.bill_number
			) c
			WHERE b.bill_number = ANY(:bills)
			""";

	private static final String STORE = """
			INSERT INTO bill
			SELECT * FROM unnest(:bills, :customers, :types, :years, CAST(:issued AS date[]), CAST(:payBy AS date[]),
			                     :currencies)
			ON CONFLICT (bill_number) DO UPDATE SET customer_number = excluded.customer_number,
			    bill_type = excluded.bill_type, bill_year = excluded.bill_year, issued_on = excluded.issued_on,
			    pay_by = excluded.pay_by, currency = excluded.currency
			""";

	private final DatabaseClient database;

	LedgerBills(DatabaseClient database) {
		this.database = database;
	}

	/** Those of the bills that are known, locked until the transaction ends. */
	Mono<Map<BillNumber, Known>> lock(Collection<BillNumber> numbers) {
		String[] bills = numbers.stream().map(BillNumber::value).toArray(String[]::new);
		return this.database.sql(LOCK)
			.bind("bills", bills)
			.map((row) -> Columns.text(row, "bill_number"))
			.all()
			.then(Mono.defer(() -> this.database.sql(KNOWN)
				.bind("bills", bills)
				.map(LedgerBills::known)
				.all()
				.collectMap((known) -> known.bill().number())));
	}

	/** Those of the bills' customers that are known. */
	Mono<Set<String>> customersAmong(List<LedgerBill> bills) {
		return this.database.sql("SELECT customer_number FROM customer WHERE customer_number = ANY(:numbers)")
			.bind("numbers", column(bills, (bill) -> bill.customer().value()))
			.map((row) -> Columns.text(row, "customer_number"))
			.all()
			.collect(Collectors.toSet());
	}

	Mono<Set<String>> types() {
		return this.database.sql("SELECT code FROM bill_type")
			.map((row) -> Columns.text(row, "code"))
			.all()
			.collect(Collectors.toSet());
	}

	Mono<Void> store(List<LedgerBill> bills) {
		String[] numbers = column(bills, (bill) -> bill.number().value());
		return this.database.sql(STORE)
			.bind("bills", numbers)
			.bind("customers", column(bills, (bill) -> bill.customer().value()))
			.bind("types", column(bills, LedgerBill::type))
			.bind("years", bills.stream().map(LedgerBill::year).toArray(Integer[]::new))
			.bind("issued", column(bills, (bill) -> bill.issuedOn().toString()))
			.bind("payBy", column(bills, (bill) -> bill.payBy().toString()))
			.bind("currencies", column(bills, LedgerBill::currency))
			.then()
			.then(this.database.sql("DELETE FROM charge WHERE bill_number = ANY(:bills)").bind("bills", numbers).then())
			.then(storeCharges(bills));
	}

	private Mono<Void> storeCharges(List<LedgerBill> bills) {
		List<LedgerCharge> charges = bills.stream().flatMap((bill) -> bill.charges().stream()).toList();
		String[] owners = bills.stream()
			.flatMap((bill) -> bill.charges().stream().map((charge) -> bill.number().value()))
			.toArray(String[]::new);
		return this.database.sql("INSERT INTO charge SELECT * FROM unnest(:bills, :lines, :descriptions, :amounts)")
			.bind("bills", owners)
			.bind("lines", charges.stream().map(LedgerCharge::line).toArray(Integer[]::new))
			.bind("descriptions", charges.stream().map(LedgerCharge::description).toArray(String[]::new))
			.bind("amounts", charges.stream().map(LedgerCharge::amount).toArray(Long[]::new))
			.then();
	}

	private static Known known(Readable row) {
		return new Known(new LedgerBill(new BillNumber(Columns.text(row, "bill_number")),
				new CustomerNumber(Columns.text(row, "customer_number")), Columns.text(row, "bill_type"),
				Columns.number(row, "bill_year"), Columns.date(row, "issued_on"), Columns.date(row, "pay_by"),
				Columns.text(row, "currency"), charges(row)), Columns.flag(row, "paid"));
	}

	private static List<LedgerCharge> charges(Readable row) {
		Integer[] lines = Columns.required(row, "lines", Integer[].class);
		String[] descriptions = Columns.required(row, "descriptions", String[].class);
		Long[] amounts = Columns.required(row, "amounts", Long[].class);
		return IntStream.range(0, lines.length)
			.mapToObj((at) -> new LedgerCharge(lines[at], descriptions[at], amounts[at]))
			.toList();
	}

	private static String[] column(List<LedgerBill> bills, Function<LedgerBill, String> value) {
		return bills.stream().map(value).toArray(String[]::new);
	}

	/**
	 * A bill that is known.
	 *
	 * @param isPaid whether anything was paid on it, or is being paid
	 */
	record Known(LedgerBill bill, boolean isPaid) {
	}

}
