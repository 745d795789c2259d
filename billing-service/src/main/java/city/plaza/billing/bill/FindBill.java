package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.bill.BillDetails.Change;
import city.plaza.billing.bill.BillDetails.Charge;
import city.plaza.billing.bill.BillDetails.Posting;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Accruals;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** Finds bills that a resident may read, by their numbers. */
@Component
class FindBill {

	/**
	 * One statement, so that the lines always add up to the totals. Whether a resident
	 * may read a bill is asked of its customer: a join would begin with all customers of
	 * the resident, of whom a manager of property has thousands. An array from a query of
	 * its own: planned once, not each time.
	 */
	private static final String BILL = """
			select b.*, customer.name as customer_name, t.part_payment_allowed, t.name as type_name, c.*, p.*, e.*,
			       exists (select from pending_web_payment w where w.bill_number = b.bill_number) as pending,
			       (select w.payment_id from pending_web_payment w
			        where w.bill_number = b.bill_number and w.resident_id = :resident limit 1) as own_payment
			from bill_as_of(:asOf) b
			cross join lateral (
			    select from readable_customer r
			    where r.resident_id = :resident and r.customer_number = b.customer_number limit 1
			) readable
			join customer on customer.customer_number = b.customer_number
			join bill_type t on t.code = b.bill_type
			cross join lateral (
			    select array_agg(line order by line) as lines, array_agg(description order by line) as descriptions,
			           array_agg(amount order by line) as charged
			    from charge where bill_number = b.bill_number
			) c
			cross join lateral (
			    select array_agg(effective_on::text order by effective_on, entry_reference) as days,
			           array_agg(coalesce(payment_reference, entry_reference)
			                     order by effective_on, entry_reference) as refs,
			           array_agg(amount order by effective_on, entry_reference) as posted
			    from entry where bill_number = b.bill_number and kind = 'posting' and effective_on <= :asOf
			) p
			cross join lateral (
			    select array_agg(effective_on::text order by effective_on, entry_reference) as change_days,
			           array_agg(kind order by effective_on, entry_reference) as change_kinds,
			           array_agg(-amount order by effective_on, entry_reference) as changes,
			           array_agg(coalesce(reason, '') order by effective_on, entry_reference) as change_reasons
			    from entry where bill_number = b.bill_number and kind <> 'posting' and effective_on <= :asOf
			) e
			where b.bill_number = any(array(select unnest(cast(:bills as text[]))))
			  and b.bill_year between :from and :to
			""";

	private final DatabaseClient database;

	private final Accruals accruals;

	private final BillSettings settings;

	FindBill(DatabaseClient database, Accruals accruals, BillSettings settings) {
		this.database = database;
		this.accruals = accruals;
		this.settings = settings;
	}

	/**
	 * Finds the bill.
	 * @param asOf as of when; a bill not issued by then is not there
	 * @return empty where there is none for this resident
	 */
	Mono<BillDetails> find(ResidentId resident, BillNumber number, LocalDate asOf) {
		return find(resident, List.of(number), asOf).filter((found) -> !found.isEmpty()).map(List::getFirst);
	}

	/**
	 * Finds bills.
	 * @param asOf as of when; a bill not issued by then is not there
	 * @return those of them that are there for this resident, in the same order
	 */
	Mono<List<BillDetails>> find(ResidentId resident, List<BillNumber> numbers, LocalDate asOf) {
		BillYears years = this.settings.years();
		return this.database.sql(BILL)
			.bind("resident", resident.value())
			.bind("bills", numbers.stream().map(BillNumber::value).toArray(String[]::new))
			.bind("asOf", asOf)
			.bind("from", years.from())
			.bind("to", years.to())
			.map((row) -> details(row, asOf))
			.all()
			.collectMap(BillDetails::billNumber)
			.flatMap((found) -> this.accruals.of(found.keySet(), asOf)
				.map((accrued) -> numbers.stream()
					.distinct()
					.flatMap((number) -> Stream.ofNullable(found.get(number)))
					.map((bill) -> Optional.ofNullable(accrued.get(bill.billNumber())).map(bill::with).orElse(bill))
					.toList()));
	}

	private static BillDetails details(Readable row, LocalDate asOf) {
		String currency = Columns.text(row, "currency");
		return new BillDetails(new BillNumber(Columns.text(row, "bill_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.text(row, "type_name"),
				Columns.number(row, "bill_year"), new CustomerNumber(Columns.text(row, "customer_number")),
				Columns.text(row, "customer_name"), Columns.date(row, "issued_on"), Columns.date(row, "pay_by"), asOf,
				new Money(Columns.amount(row, "total_unpaid"), currency),
				new Money(Columns.amount(row, "total_unpaid"), currency), Columns.flag(row, "pending"),
				row.get("own_payment", UUID.class), Columns.flag(row, "part_payment_allowed"), charges(row, currency),
				postings(row, currency), changes(row, currency));
	}

	private static List<Charge> charges(Readable row, String currency) {
		Integer[] lines = row.get("lines", Integer[].class);
		if (lines == null) {
			return List.of();
		}
		String[] descriptions = Columns.required(row, "descriptions", String[].class);
		Long[] amounts = Columns.required(row, "charged", Long[].class);
		return each(lines.length, (at) -> new Charge(lines[at], descriptions[at], new Money(amounts[at], currency)));
	}

	private static List<Posting> postings(Readable row, String currency) {
		String[] days = row.get("days", String[].class);
		if (days == null) {
			return List.of();
		}
		String[] references = Columns.required(row, "refs", String[].class);
		Long[] amounts = Columns.required(row, "posted", Long[].class);
		return each(days.length,
				(at) -> new Posting(LocalDate.parse(days[at]), references[at], new Money(amounts[at], currency)));
	}

	private static List<Change> changes(Readable row, String currency) {
		String[] days = row.get("change_days", String[].class);
		if (days == null) {
			return List.of();
		}
		String[] kinds = Columns.required(row, "change_kinds", String[].class);
		Long[] amounts = Columns.required(row, "changes", Long[].class);
		String[] reasons = Columns.required(row, "change_reasons", String[].class);
		return each(days.length, (at) -> new Change(LocalDate.parse(days[at]), EntryKind.of(kinds[at]).orElseThrow(),
				new Money(amounts[at], currency), reasons[at].isEmpty() ? null : reasons[at]));
	}

	private static <T> List<T> each(int count, IntFunction<T> element) {
		return IntStream.range(0, count).mapToObj(element).toList();
	}

}
