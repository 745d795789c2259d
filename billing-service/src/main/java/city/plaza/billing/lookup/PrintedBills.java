package city.plaza.billing.lookup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Accruals;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.lookup.FoundBill.Charge;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Reads a bill by the two numbers printed on it. */
@Component
class PrintedBills {

	/**
	 * One statement with both numbers: it does the same where the customer, the bill or
	 * only their belonging together is unknown.
	 */
	// Arrays from queries of their own: planned once, not each time.
	private static final String BILL = """
			select b.*, t.name as type_name, c.*,
			       exists (select from pending_web_payment w where w.bill_number = b.bill_number) as pending
			from current_bill b
			join bill_type t on t.code = b.bill_type
			cross join lateral (
			    select array_agg(description order by line) as descriptions, array_agg(amount order by line) as charged
			    from charge where bill_number = b.bill_number
			) c
			where b.bill_number = any(array(select unnest(cast(:bills as text[]))))
			  and b.customer_number = any(array(select unnest(cast(:customers as text[]))))
			  and b.bill_year between :from and :to and b.issued_on <= :today
			order by array_position(:bills, b.bill_number), array_position(:customers, b.customer_number)
			limit 1
			""";

	private final DatabaseClient database;

	private final Accruals accruals;

	private final BillSettings settings;

	private final CityCalendar calendar;

	PrintedBills(DatabaseClient database, Accruals accruals, BillSettings settings, CityCalendar calendar) {
		this.database = database;
		this.accruals = accruals;
		this.settings = settings;
		this.calendar = calendar;
	}

	/**
	 * Finds the bill.
	 * @param customers spellings of one number, the likeliest first
	 * @param bills spellings of one number, the likeliest first
	 * @return empty where there is no such bill of such a customer
	 */
	Mono<Printed> find(List<String> customers, List<String> bills) {
		LocalDate today = this.calendar.today();
		return this.database.sql(BILL)
			.bind("customers", customers.toArray(String[]::new))
			.bind("bills", bills.toArray(String[]::new))
			.bind("from", this.settings.years().from())
			.bind("to", this.settings.years().to())
			.bind("today", today)
			.map((row) -> new Printed(new CustomerNumber(Columns.text(row, "customer_number")), bill(row, today)))
			.one()
			.flatMap(this::accrued);
	}

	private Mono<Printed> accrued(Printed found) {
		BillNumber number = found.bill().billNumber();
		return this.accruals.of(List.of(number), found.bill().asOf())
			.map((accrued) -> Optional.ofNullable(accrued.get(number))
				.map((amount) -> new Printed(found.customer(), found.bill().with(amount)))
				.orElse(found));
	}

	private static FoundBill bill(Readable row, LocalDate today) {
		String currency = Columns.text(row, "currency");
		Money unpaid = new Money(Columns.amount(row, "total_unpaid"), currency);
		List<Charge> charges = charges(row, currency);
		Money total = charges.stream().map(Charge::amount).reduce(new Money(0, currency), Money::plus);
		return new FoundBill(new BillNumber(Columns.text(row, "bill_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.text(row, "type_name"),
				Columns.number(row, "bill_year"), Columns.date(row, "issued_on"), Columns.date(row, "pay_by"), today,
				total, unpaid, unpaid, Columns.flag(row, "pending"), charges);
	}

	private static List<Charge> charges(Readable row, String currency) {
		String[] descriptions = row.get("descriptions", String[].class);
		if (descriptions == null) {
			return List.of();
		}
		List<Long> amounts = Arrays.asList(Columns.required(row, "charged", Long[].class));
		return IntStream.range(0, descriptions.length)
			.mapToObj((at) -> new Charge(descriptions[at], new Money(amounts.get(at), currency)))
			.toList();
	}

	/**
	 * A bill and whose it is.
	 *
	 * @param customer stays in the service
	 */
	record Printed(CustomerNumber customer, FoundBill bill) {
	}

}
