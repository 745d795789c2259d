package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.accrual.AccrualPolicies;
import city.plaza.billing.ledger.accrual.BillHistory;
import city.plaza.billing.money.Money;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** What is due of bills beside what is unpaid: interest and penalties by their type. */
@Component
public class Accruals {

	// Arrays from queries of their own: planned once, not each time.
	private static final String LATE = """
			select b.bill_number, b.customer_number, b.bill_type, b.pay_by, b.currency, e.days, e.amounts, e.kinds,
			    (select coalesce(sum(c.amount), 0)::bigint from charge c where c.bill_number = b.bill_number) as charged
			from <bills> b
			cross join lateral (
			    select coalesce(array_agg(effective_on::text), '{}') as days, coalesce(array_agg(amount), '{}') as amounts,
			        coalesce(array_agg(kind), '{}') as kinds
			    from entry where bill_number = b.bill_number and effective_on <= :asOf) e
			where b.bill_type = any(array(select unnest(cast(:types as text[]))))
			  and b.pay_by < :asOf and b.issued_on <= :asOf
			""";

	private static final String OF_BILLS = LATE.replace("<bills>",
			"(select * from bill where bill_number = any(array(select unnest(cast(:bills as text[])))))");

	/**
	 * Of a customer whose bills are many only those are read on which something can have
	 * accrued.
	 */
	private static final String OF_CUSTOMERS = LATE.replace("<bills>", """
			(
			    select b.*
			    from unnest(array(select unnest(cast(:customers as text[])))) as c (customer_number)
			    cross join lateral (
			        select exists (select from kept_customer k where k.customer_number = c.customer_number) as is_kept
			    ) k
			    cross join lateral (
			        select * from bill where customer_number = c.customer_number and not is_kept
			        union all
			        select b.*
			        from (select distinct bill_number from bill_span
			              where customer_number = c.customer_number and is_kept and late
			                and bill_type = any(array(select unnest(cast(:types as text[])))) and from_day <= :asOf) s
			        join bill b using (bill_number)
			    ) b
			    where b.bill_year between :from and :to
			)""");

	private final BillTypes types;

	private final DatabaseClient database;

	Accruals(BillTypes types, DatabaseClient database) {
		this.types = types;
		this.database = database;
	}

	/** Whether anything ever accrues on bills of a type. */
	public boolean canBeOf(BillTypeCode type) {
		return this.types.accruing().containsKey(type);
	}

	/**
	 * Of some bills.
	 * @param asOf the day at whose end it is asked
	 * @return what has accrued, by bill; nothing of those where nothing has
	 */
	public Mono<Map<BillNumber, Money>> of(Collection<BillNumber> bills, LocalDate asOf) {
		return this.types.accruing().isEmpty() ? Mono.just(Map.of()) : accrued(
				late(OF_BILLS, asOf).bind("bills", bills.stream().map(BillNumber::value).toArray(String[]::new)), asOf);
	}

	/**
	 * Of a customer's bills.
	 * @param years of the bills
	 * @param asOf the day at whose end it is asked
	 * @return what has accrued, by bill; nothing of those where nothing has
	 */
	public Mono<Map<BillNumber, Money>> of(CustomerNumber customer, BillYears years, LocalDate asOf) {
		return of(List.of(customer), years, asOf)
			.map((accrued) -> accrued.stream().collect(Collectors.toMap(Accrued::bill, Accrued::amount)));
	}

	/**
	 * Of the bills of several customers, by one statement.
	 * @param years of the bills
	 * @param asOf the day at whose end it is asked
	 * @return what has accrued, a bill each; nothing of those where nothing has
	 */
	public Mono<List<Accrued>> of(Collection<CustomerNumber> customers, BillYears years, LocalDate asOf) {
		return this.types.accruing().isEmpty() ? Mono.just(List.of())
				: each(late(OF_CUSTOMERS, asOf)
					.bind("customers", customers.stream().map(CustomerNumber::value).toArray(String[]::new))
					.bind("from", years.from())
					.bind("to", years.to()), asOf).collectList();
	}

	private DatabaseClient.GenericExecuteSpec late(String statement, LocalDate asOf) {
		return this.database.sql(statement)
			.bind("types", this.types.accruing().keySet().stream().map(BillTypeCode::value).toArray(String[]::new))
			.bind("asOf", asOf);
	}

	private Mono<Map<BillNumber, Money>> accrued(DatabaseClient.GenericExecuteSpec late, LocalDate asOf) {
		return each(late, asOf).collectMap(Accrued::bill, Accrued::amount);
	}

	private Flux<Accrued> each(DatabaseClient.GenericExecuteSpec late, LocalDate asOf) {
		return late
			.map((row) -> new Accrued(new CustomerNumber(Columns.text(row, "customer_number")),
					new BillNumber(Columns.text(row, "bill_number")), amount(row, asOf)))
			.all()
			.filter((accrued) -> accrued.amount().amount() > 0);
	}

	private Money amount(Readable row, LocalDate asOf) {
		AccrualPolicies policies = this.types.accruing()
			.getOrDefault(new BillTypeCode(Columns.text(row, "bill_type")), AccrualPolicies.NONE);
		return new Money(policies.accrued(history(row), asOf), Columns.text(row, "currency"));
	}

	private static BillHistory history(Readable row) {
		String[] days = Columns.required(row, "days", String[].class);
		Long[] amounts = Columns.required(row, "amounts", Long[].class);
		String[] kinds = Columns.required(row, "kinds", String[].class);
		List<BillHistory.Change> changes = IntStream.range(0, days.length)
			.mapToObj((at) -> new BillHistory.Change(LocalDate.parse(days[at]), amounts[at], isAccrual(kinds[at])))
			.toList();
		return new BillHistory(Columns.date(row, "pay_by"), Columns.amount(row, "charged"), changes);
	}

	private static boolean isAccrual(String kind) {
		return kind.equals(EntryKind.INTEREST.code()) || kind.equals(EntryKind.PENALTY.code());
	}

	/**
	 * What has accrued on a bill.
	 *
	 * @param customer whose it is
	 * @param amount more than zero
	 */
	public record Accrued(CustomerNumber customer, BillNumber bill, Money amount) {
	}

}
