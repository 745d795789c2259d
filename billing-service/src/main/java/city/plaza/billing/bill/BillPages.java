package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.billing.access.ReadableCustomers;
import city.plaza.billing.access.ResidentId;
import city.plaza.billing.bill.BillPage.Counts;
import city.plaza.billing.bill.BillPage.Facets;
import city.plaza.billing.bill.BillPage.Item;
import city.plaza.billing.bill.BillPage.TypeName;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Accruals;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.CityCalendar;
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
	 * One statement, so that page, counts and totals can never disagree. A resident
	 * without a link gets no row at all; a customer without bills one row without a bill.
	 * The totals are over all bills, so each is read anyway: that is why a page is
	 * counted off here, at no other cost, and the years and types to choose from are
	 * counted along.
	 */
	private static final String PAGE = """
			with due as (
			    select *, :state in ('all', case when total_unpaid > 0 then 'unpaid' else 'paid' end)
			              and bill_year between :firstYear and :lastYear and :type in ('', bill_type) as chosen
			    from <bills>
			    where customer_number = :customer and bill_year between :from and :to and issued_on <= :asOf
			), facet as (
			    select bill_year, bill_type, count(*) as count, sum(total_unpaid) as unpaid,
			           count(*) filter (where chosen) as matching
			    from due group by bill_year, bill_type
			), total as (
			    select coalesce(sum(count), 0)::bigint as count, coalesce(sum(unpaid), 0)::bigint as unpaid,
			           coalesce(sum(matching), 0)::bigint as matching,
			           coalesce(array_agg(distinct bill_year), '{}') as years
			    from facet
			), named as (
			    select coalesce(array_agg(code order by code), '{}') as type_codes,
			           coalesce(array_agg(name order by code), '{}') as type_names
			    from bill_type where code in (select bill_type from facet)
			), page as (
			    select due.*, t.name as type_name, accrued
			    from due join bill_type t on t.code = due.bill_type
			    left join unnest(cast(:accruedBills as text[]), cast(:accruedAmounts as bigint[])) as a (number, accrued)
			        on a.number = due.bill_number
			    where chosen and (pay_by < :afterPayBy or (pay_by = :afterPayBy and bill_number > :afterBill))
			    order by <order>
			    limit :limit offset :skipped
			)
			select total.*, named.*, page.*, exists (select from pending_web_payment p
			                                        where p.bill_number = page.bill_number) as pending
			from readable_customer r
			join customer using (customer_number)
			cross join total
			cross join named
			left join page on true
			where r.resident_id = :resident and r.customer_number = :customer
			order by <order>
			""";

	/** Nothing is dated later than today: what is stored is what counts. */
	private static final Map<BillOrder, String> OF_TODAY = statements("current_bill");

	/** Any other day follows from the entries by then. */
	private static final Map<BillOrder, String> OF_ANY_DAY = statements("bill_as_of(:asOf)");

	/** No bill has another year. */
	private static final int LAST_YEAR = 9999;

	private final DatabaseClient database;

	private final ReadableCustomers readable;

	private final Accruals accruals;

	private final CityCalendar calendar;

	private final BillSettings settings;

	BillPages(DatabaseClient database, ReadableCustomers readable, Accruals accruals, CityCalendar calendar,
			BillSettings settings) {
		this.database = database;
		this.readable = readable;
		this.accruals = accruals;
		this.calendar = calendar;
		this.settings = settings;
	}

	/**
	 * Reads a page.
	 * @return empty where the resident may not read the customer
	 */
	Mono<BillPage> page(Query query) {
		return query.choice().order().isByAccrued() ? byAccrued(query) : lines(query, Map.of())
			.flatMap((lines) -> accrued(query).map((accrued) -> page(lines, query, accrued)));
	}

	/** Nothing is computed for those who may not read it, however long it would take. */
	private Mono<BillPage> byAccrued(Query query) {
		return this.readable.among(query.resident(), List.of(query.customer()))
			.filter((customers) -> !customers.isEmpty())
			.flatMap((customers) -> accrued(query))
			.flatMap((accrued) -> lines(query, accrued).map((lines) -> page(lines, query, accrued)));
	}

	private Mono<Map<BillNumber, Money>> accrued(Query query) {
		return this.accruals.of(query.customer(), this.settings.years(), query.asOf());
	}

	/** Reads the lines of a page; none where the resident may not. */
	private Mono<List<Line>> lines(Query query, Map<BillNumber, Money> accrued) {
		BillYears years = this.settings.years();
		BillChoice choice = query.choice();
		List<BillNumber> late = List.copyOf(accrued.keySet());
		return this.database.sql(statement(query))
			.bind("asOf", query.asOf())
			.bind("customer", query.customer().value())
			.bind("resident", query.resident().value())
			.bind("from", years.from())
			.bind("to", years.to())
			.bind("state", choice.state().code())
			.bind("firstYear", Objects.requireNonNullElse(choice.year(), 0))
			.bind("lastYear", Objects.requireNonNullElse(choice.year(), LAST_YEAR))
			.bind("type", Optional.ofNullable(choice.type()).map(BillTypeCode::value).orElse(""))
			.bind("accruedBills", late.stream().map(BillNumber::value).toArray(String[]::new))
			.bind("accruedAmounts",
					late.stream()
						.map((bill) -> Objects.requireNonNull(accrued.get(bill)).amount())
						.toArray(Long[]::new))
			.bind("afterPayBy", query.after().payBy())
			.bind("afterBill", query.after().billNumber())
			.bind("skipped", choice.skipped(query.limit()))
			.bind("limit", query.limit() + 1)
			.map(this::line)
			.all()
			.collectList()
			.filter((lines) -> !lines.isEmpty());
	}

	private String statement(Query query) {
		Map<BillOrder, String> statements = query.asOf().isBefore(this.calendar.today()) ? OF_ANY_DAY : OF_TODAY;
		return Objects.requireNonNull(statements.get(query.choice().order()));
	}

	private static Map<BillOrder, String> statements(String bills) {
		return Arrays.stream(BillOrder.values())
			.collect(Collectors.toMap(Function.identity(),
					(order) -> PAGE.replace("<bills>", bills).replace("<order>", order.columns())));
	}

	/** What has accrued is read once: the page and its total agree. */
	private static BillPage page(List<Line> lines, Query query, Map<BillNumber, Money> accrued) {
		Line first = lines.getFirst();
		List<Item> items = lines.stream()
			.flatMap((line) -> line.items().stream())
			.limit(query.limit())
			.map((item) -> Optional.ofNullable(accrued.get(item.billNumber())).map(item::with).orElse(item))
			.toList();
		Money balance = accrued.values().stream().reduce(first.unpaid(), Money::plus);
		return new BillPage(first.counts(), first.unpaid(), balance, items, lines.size() > query.limit());
	}

	private Line line(Readable row) {
		String currency = this.settings.currency();
		return new Line(counts(row), new Money(Columns.amount(row, "unpaid"), currency),
				(row.get("bill_number", String.class) != null) ? List.of(item(row)) : List.of());
	}

	private static Counts counts(Readable row) {
		String[] codes = Columns.required(row, "type_codes", String[].class);
		String[] names = Columns.required(row, "type_names", String[].class);
		List<TypeName> types = IntStream.range(0, codes.length)
			.mapToObj((at) -> new TypeName(new BillTypeCode(codes[at]), names[at]))
			.toList();
		return new Counts(Columns.amount(row, "count"), Columns.amount(row, "matching"),
				new Facets(List.of(Columns.required(row, "years", Integer[].class)).reversed(), types));
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
	record Query(ResidentId resident, CustomerNumber customer, LocalDate asOf, BillChoice choice, BillCursor after,
			int limit) {
	}

	private record Line(Counts counts, Money unpaid, List<Item> items) {
	}

}
