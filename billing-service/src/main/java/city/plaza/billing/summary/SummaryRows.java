package city.plaza.billing.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import city.plaza.billing.customer.Address;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.money.Money;
import city.plaza.billing.summary.BillingSummary.DueBill;
import city.plaza.billing.summary.BillingSummary.LinkedCustomer;
import city.plaza.billing.summary.BillingSummary.Month;
import city.plaza.platform.database.Columns;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/**
 * The rows behind a summary: one statement for each of its parts, however many customers.
 */
@Repository
class SummaryRows {

	/** An unfinished payment pays nothing yet: its bills are still due. */
	private static final String SENT = """
			select from pending_web_payment p join payment w on w.payment_id = p.payment_id
			where p.bill_number = b.bill_number and w.state not in ('created', 'redirected')""";

	/** Of a customer whose figures are kept its many bills are not read. */
	private static final String READABLE = """
			readable_customer r
			join customer c using (customer_number)
			cross join lateral (
			    select exists (select from kept_customer k where k.customer_number = c.customer_number) as is_kept
			) k
			""";

	/** All totals come of this one, so that they agree. */
	private static final String CUSTOMERS = """
			select c.customer_number, c.name, c.address_line1, c.city, c.state, c.postal_code, c.location,
			       coalesce(sum(t.unpaid), 0)::bigint as unpaid, sum(t.open)::bigint as open,
			       sum(t.past_due)::bigint as past_due, sum(t.pending)::bigint as pending,
			       coalesce(sum(t.pending_unpaid), 0)::bigint as pending_unpaid
			from <readable>
			cross join lateral (
			    select sum(b.total_unpaid) as unpaid,
			           count(*) filter (where b.total_unpaid > 0) as open,
			           count(*) filter (where b.total_unpaid > 0 and b.pay_by < :today) as past_due,
			           count(*) filter (where b.pending) as pending,
			           sum(b.total_unpaid) filter (where b.pending) as pending_unpaid
			    from (
			        select b.total_unpaid, b.pay_by, exists (<sent>) as pending
			        from current_bill b
			        where not is_kept and b.customer_number = c.customer_number and b.bill_year between :from and :to
			          and b.issued_on <= :today
			    ) b
			    union all
			    select f.unpaid, coalesce(f.open, 0), l.past_due, p.pending, p.unpaid
			    from (
			        select sum(total_unpaid) as unpaid, sum(open_bills) as open
			        from bill_figures_as_of(c.customer_number, :today) where bill_year between :from and :to
			    ) f
			    cross join (
			        select count(*) as past_due from bill_span b
			        where customer_number = c.customer_number and to_day = 'infinity' and total_unpaid > 0
			          and pay_by < :today and from_day <= :today and bill_year between :from and :to
			    ) l
			    cross join (
			        select count(*) as pending, sum(b.total_unpaid) as unpaid
			        from payment_allocation a
			        join payment w using (payment_id)
			        join bill_span b using (bill_number)
			        where a.customer_number = c.customer_number and a.pending
			          and w.state not in ('created', 'redirected') and b.to_day = 'infinity' and b.from_day <= :today
			          and b.bill_year between :from and :to
			    ) p
			    where is_kept
			) t
			where r.resident_id = :resident
			group by c.customer_number
			order by c.name, c.customer_number
			""".replace("<readable>", READABLE).replace("<sent>", SENT);

	private static final String DUE = """
			select b.*, t.name as type_name
			from <readable>
			cross join lateral (
			    (select b.bill_number, b.customer_number, b.bill_type, b.pay_by, b.currency, b.total_unpaid
			     from current_bill b
			     where not is_kept and b.customer_number = c.customer_number and b.bill_year between :from and :to
			       and b.issued_on <= :today and b.total_unpaid > 0 and not exists (<sent>)
			     order by b.pay_by, b.bill_number
			     limit 5)
			    union all
			    select u.bill_number, u.customer_number, u.bill_type, u.pay_by,
			           (select currency from bill where bill_number = u.bill_number), u.total_unpaid
			    from (
			        select b.bill_number, b.customer_number, b.bill_type, b.pay_by, b.total_unpaid
			        from bill_span b
			        where is_kept and b.customer_number = c.customer_number and b.to_day = 'infinity'
			          and b.total_unpaid > 0
			          and case when b.from_day <= :today and b.bill_year between :from and :to then true end
			          and not exists (<sent>)
			        order by b.pay_by, b.bill_number
			        limit 5
			    ) u
			) b
			join bill_type t on t.code = b.bill_type
			where r.resident_id = :resident
			order by b.pay_by, b.bill_number
			limit 5
			""".replace("<readable>", READABLE).replace("<sent>", SENT);

	/** What was posted before a bill was issued counts with its issue. */
	private static final String MONTHS = """
			select m.month, sum(m.billed)::bigint as billed, sum(m.paid)::bigint as paid
			from <readable>
			cross join lateral (
			    select a.month, a.billed, a.paid
			    from bill b
			    cross join lateral (
			        select to_char(b.issued_on, 'YYYY-MM') as month, amount as billed, 0 as paid
			        from charge where bill_number = b.bill_number and b.issued_on between :since and :today
			        union all
			        select to_char(greatest(effective_on, b.issued_on), 'YYYY-MM'), 0, amount
			        from entry where bill_number = b.bill_number and kind in ('posting', 'reversal')
			          and greatest(effective_on, b.issued_on) between :since and :today
			    ) a
			    where not is_kept and b.customer_number = c.customer_number and b.bill_year between :from and :to
			      and b.issued_on <= :today
			    union all
			    select to_char(day, 'YYYY-MM'), billed, paid
			    from bill_figures_as_of(c.customer_number, :today)
			    where is_kept and day >= :since and bill_year between :from and :to and (billed <> 0 or paid <> 0)
			) m
			where r.resident_id = :resident
			group by m.month
			""".replace("<readable>", READABLE);

	private final DatabaseClient database;

	private final BillSettings settings;

	SummaryRows(DatabaseClient database, BillSettings settings) {
		this.database = database;
		this.settings = settings;
	}

	Mono<List<CustomerRow>> customers(UUID resident, LocalDate today) {
		return of(CUSTOMERS, resident, today).map(this::customer).all().collectList();
	}

	Mono<List<DueBill>> due(UUID resident, LocalDate today) {
		return of(DUE, resident, today).map(SummaryRows::due).all().collectList();
	}

	/** Those months in which something was billed or paid. */
	Mono<Map<YearMonth, Month>> months(UUID resident, YearMonth since, LocalDate today) {
		return of(MONTHS, resident, today).bind("since", since.atDay(1))
			.map(this::month)
			.all()
			.collectMap(Month::month);
	}

	private DatabaseClient.GenericExecuteSpec of(String statement, UUID resident, LocalDate today) {
		return this.database.sql(statement)
			.bind("resident", resident)
			.bind("today", today)
			.bind("from", this.settings.years().from())
			.bind("to", this.settings.years().to());
	}

	private CustomerRow customer(Readable row) {
		Money unpaid = money(row, "unpaid");
		return new CustomerRow(
				new LinkedCustomer(new CustomerNumber(Columns.text(row, "customer_number")), Columns.text(row, "name"),
						new Address(Columns.text(row, "address_line1"), Columns.text(row, "city"),
								Columns.text(row, "state"), Columns.text(row, "postal_code")),
						Columns.text(row, "location"), Columns.amount(row, "open"), unpaid, unpaid),
				Columns.amount(row, "past_due"), Columns.amount(row, "pending"), money(row, "pending_unpaid"));
	}

	private static DueBill due(Readable row) {
		Money unpaid = new Money(Columns.amount(row, "total_unpaid"), Columns.text(row, "currency"));
		return new DueBill(new BillNumber(Columns.text(row, "bill_number")),
				new CustomerNumber(Columns.text(row, "customer_number")),
				new BillTypeCode(Columns.text(row, "bill_type")), Columns.text(row, "type_name"),
				Columns.date(row, "pay_by"), unpaid, unpaid);
	}

	private Month month(Readable row) {
		return new Month(YearMonth.parse(Columns.text(row, "month")), money(row, "billed"), money(row, "paid"));
	}

	/** A sum is in the one currency that the city bills in. */
	private Money money(Readable row, String column) {
		return new Money(Columns.amount(row, column), this.settings.currency());
	}

	/** A customer, with what is only counted over all of them. */
	record CustomerRow(LinkedCustomer customer, long pastDue, long pending, Money pendingUnpaid) {
	}

}
