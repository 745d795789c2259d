package city.plaza.billing.bill;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.Accruals;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.ledger.BillNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.billing.bill.BillPage.Item;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The bills of a customer, page by page. */
@Repository
class BillPages {

	/**
	 * One statement, so that page and totals can never disagree. A resident without a
	 * link gets no row at all; a customer without bills one row without a bill.
	 */
	private static final String PAGE = """
			with due as (
			    select * from %s
			    where customer_number = :customer and bill_year between :from and :to and issued_on <= :asOf
			), total as (
			    select count(*) as count, coalesce(sum(total_unpaid), 0)::bigint as unpaid
			    from due
			), page as (
			    select due.*, t.name as type_name from due join bill_type t on t.code = due.bill_type
			    where pay_by < :afterPayBy or (pay_by = :afterPayBy and bill_number > :afterBill)
			    order by pay_by desc, bill_number
			    limit :limit
			)
			select total.*, page.*, exists (select from pending_web_payment p
			                                where p.bill_number = page.bill_number) as pending
			from readable_customer r
			join customer using (customer_number)
			cross join total
			left join page on true
			where r.resident_id = :resident and r.customer_number = :customer
			order by page.pay_by desc, page.bill_number
			""";

	/** Nothing is dated later than today: what is stored is what counts. */
	private static final String OF_TODAY = PAGE.formatted("current_bill");

	/** Any other day follows from the entries by then. */
	private static final String OF_ANY_DAY = PAGE.formatted("bill_as_of(:asOf)");

	private final DatabaseClient database;

	private final Accruals accruals;

	private final CityCalendar calendar;

	private final BillSettings settings;

	BillPages(DatabaseClient database, Accruals accruals, CityCalendar calendar, BillSettings settings) {
		this.database = database;
		this.accruals = accruals;
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * Reads a page.
	 * @return empty where the resident may not read the customer
	 */
	Mono<BillPage> page(Query query) {
		BillYears years = this.settings.years();
		return this.database.sql(query.asOf().isBefore(this.calendar.today()) ? OF_ANY_DAY : OF_TODAY)
			.bind("asOf", query.asOf())
			.bind("customer", query.customer().value())
			.bind("resident", query.resident().value())
			.bind("from", years.from())
			.bind("to", years.to())
			.bind("afterPayBy", query.after().payBy())
			.bind("afterBill", query.after().billNumber())
			.bind("limit", query.limit() + 1)
			.map(this::line)
			.all()
			.collectList()
			.filter((lines) -> !lines.isEmpty())
			.flatMap((lines) -> this.accruals.of(query.customer(), years, query.asOf())
				.map((accrued) -> page(lines, query.limit(), accrued)));
	}

	/** What has accrued is read once: the page and its total agree. */
	private static BillPage page(List<Line> lines, int limit, Map<BillNumber, Money> accrued) {
		Line first = lines.getFirst();
		List<Item> items = lines.stream()
			.flatMap((line) -> line.items().stream())
			.limit(limit)
			.map((item) -> Optional.ofNullable(accrued.get(item.billNumber())).map(item::with).orElse(item))
			.toList();
		Money balance = accrued.values().stream().reduce(first.unpaid(), Money::plus);
		return new BillPage(first.count(), first.unpaid(), balance, items, lines.size() > limit);
	}

	private Line line(Readable row) {
		String currency = this.settings.currency();
		return new Line(Columns.amount(row, "count"), new Money(Columns.amount(row, "unpaid"), currency),
				(row.get("bill_number", String.class) != null) ? List.of(item(row)) : List.of());
	}

	private static Item item(Readable row) {
		String currency = Columns.text(row, "currency");
		return new Item(new BillNumber(Columns.text(row, "bill_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.text(row, "type_name"),
				Columns.number(row, "bill_year"), Columns.date(row, "pay_by"),
				new Money(Columns.amount(row, "total_unpaid"), currency),
				new Money(Columns.amount(row, "total_unpaid"), currency), Columns.flag(row, "pending"));
	}

	/** What is asked, by whom. */
	record Query(ResidentId resident, CustomerNumber customer, LocalDate asOf, BillCursor after, int limit) {
	}

	private record Line(long count, Money unpaid, List<Item> items) {
	}

}
