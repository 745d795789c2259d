package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** The bills of a customer, page by page. */
@Repository
class BillPages {

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
			.flatMap((lines) -> accrued(query, lines).map((accrued) -> page(lines, query, accrued)));
	}

	/** Nothing is computed for those who may not read it, however long it would take. */
	private Mono<BillPage> byAccrued(Query query) {
		return this.readable.among(query.resident(), List.of(query.customer()))
			.filter((customers) -> !customers.isEmpty())
			.flatMap((customers) -> accrued(query))
			.flatMap((accrued) -> lines(query, accrued).map((lines) -> page(lines, query, accrued)));
	}

	/** Most customers have no bill of a type that accrues anything. */
	private Mono<Map<BillNumber, Money>> accrued(Query query, List<Line> lines) {
		Stream<TypeName> types = facts(lines).counts().facets().billTypes().stream();
		return types.map(TypeName::code).anyMatch(this.accruals::canBeOf) ? accrued(query) : Mono.just(Map.of());
	}

	private Mono<Map<BillNumber, Money>> accrued(Query query) {
		return this.accruals.of(query.customer(), this.settings.years(), query.asOf());
	}

	/**
	 * Reads the lines of a page; none where the resident may not. Whether its figures are
	 * kept is seen while they are read: for most customers that is all.
	 */
	private Mono<List<Line>> lines(Query query, Map<BillNumber, Money> accrued) {
		BillOrder order = query.choice().order();
		boolean isPast = query.asOf().isBefore(this.calendar.today());
		return read(with(accrued, bound(BillPageStatements.summed(order, isPast), query)))
			.flatMap((lines) -> lines.getFirst().isKept() ? read(kept(query, isPast, accrued)) : Mono.just(lines));
	}

	private DatabaseClient.GenericExecuteSpec kept(Query query, boolean isPast, Map<BillNumber, Money> accrued) {
		BillOrder order = query.choice().order();
		DatabaseClient.GenericExecuteSpec statement = bound(
				BillPageStatements.kept(order, query.choice().state(), isPast), query);
		return order.isByAccrued() ? with(accrued, statement) : statement;
	}

	private Mono<List<Line>> read(DatabaseClient.GenericExecuteSpec statement) {
		return statement.map(this::line).all().collectList().filter((lines) -> !lines.isEmpty());
	}

	private DatabaseClient.GenericExecuteSpec bound(String statement, Query query) {
		BillYears years = this.settings.years();
		BillChoice choice = query.choice();
		return this.database.sql(statement)
			.bind("asOf", query.asOf())
			.bind("customer", query.customer().value())
			.bind("resident", query.resident().value())
			.bind("from", years.from())
			.bind("to", years.to())
			.bind("state", choice.state().code())
			.bind("firstYear", Objects.requireNonNullElse(choice.year(), 0))
			.bind("lastYear", Objects.requireNonNullElse(choice.year(), LAST_YEAR))
			.bind("type", Optional.ofNullable(choice.type()).map(BillTypeCode::value).orElse(""))
			.bind("afterPayBy", query.after().payBy())
			.bind("afterBill", query.after().billNumber())
			.bind("skipped", choice.skipped(query.limit()))
			.bind("limit", query.limit() + 1);
	}

	private static DatabaseClient.GenericExecuteSpec with(Map<BillNumber, Money> accrued,
			DatabaseClient.GenericExecuteSpec statement) {
		List<BillNumber> late = List.copyOf(accrued.keySet());
		return statement.bind("accruedBills", late.stream().map(BillNumber::value).toArray(String[]::new))
			.bind("accruedAmounts",
					late.stream()
						.map((bill) -> Objects.requireNonNull(accrued.get(bill)).amount())
						.toArray(Long[]::new));
	}

	/** What has accrued is read once: the page and its total agree. */
	private static BillPage page(List<Line> lines, Query query, Map<BillNumber, Money> accrued) {
		Facts facts = facts(lines);
		List<Item> items = lines.stream()
			.map(Line::item)
			.filter(Objects::nonNull)
			.limit(query.limit())
			.map((item) -> Optional.ofNullable(accrued.get(item.billNumber())).map(item::with).orElse(item))
			.toList();
		Money balance = accrued.values().stream().reduce(facts.unpaid(), Money::plus);
		return new BillPage(facts.counts(), facts.unpaid(), balance, items, lines.size() > query.limit());
	}

	private static Facts facts(List<Line> lines) {
		return Objects.requireNonNull(lines.getFirst().facts());
	}

	private Line line(Readable row) {
		Long place = row.get("place", Long.class);
		return new Line(Columns.flag(row, "is_kept"), (place == null || place == 1) ? facts(row) : null,
				(place != null) ? item(row) : null);
	}

	private Facts facts(Readable row) {
		return new Facts(counts(row), new Money(Columns.amount(row, "unpaid"), this.settings.currency()));
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
		Money unpaid = new Money(Columns.amount(row, "total_unpaid"), Columns.text(row, "currency"));
		return new Item(new BillNumber(Columns.text(row, "bill_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.text(row, "type_name"),
				Columns.number(row, "bill_year"), Columns.date(row, "pay_by"), unpaid, unpaid,
				Columns.flag(row, "pending"));
	}

	/** What is asked, by whom. */
	record Query(ResidentId resident, CustomerNumber customer, LocalDate asOf, BillChoice choice, BillCursor after,
			int limit) {
	}

	/**
	 * What is of no single bill.
	 *
	 * @param unpaid of all bills
	 */
	private record Facts(Counts counts, Money unpaid) {
	}

	/**
	 * A row.
	 *
	 * @param isKept whether nothing was read, for the figures of the customer are kept
	 * @param facts in the first row
	 * @param item none where there is no bill
	 */
	private record Line(boolean isKept, @Nullable Facts facts, @Nullable Item item) {
	}

}
