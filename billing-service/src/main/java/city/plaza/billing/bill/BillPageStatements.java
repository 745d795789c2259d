package city.plaza.billing.bill;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The statements of a page of bills. Each is one, so that page, counts and totals can
 * never disagree. A resident without a link gets no row at all; a customer without bills
 * one row without a bill.
 */
final class BillPageStatements {

	/**
	 * The totals are over all bills, so each is read anyway: that is why a page is
	 * counted off here, at no other cost, and the years and types to choose from are
	 * counted along. Of a customer whose figures are kept nothing is read.
	 */
	private static final String SUMMED = """
			with kept as (
			    select exists (select from kept_customer where customer_number = :customer) as is_kept
			), due as (
			    select *, :state in ('all', case when total_unpaid > 0 then 'unpaid' else 'paid' end)
			              and bill_year between :firstYear and :lastYear and :type in ('', bill_type) as chosen
			    from <bills>
			    where customer_number = :customer and bill_year between :from and :to and issued_on <= :asOf
			      and not (select is_kept from kept)
			), facet as (
			    select bill_year, bill_type, count(*) as count, sum(total_unpaid) as unpaid,
			           count(*) filter (where chosen) as matching
			    from due group by bill_year, bill_type
			), page as (
			    select due.*, t.name as type_name, accrued
			    from due join bill_type t on t.code = due.bill_type
			    left join unnest(cast(:accruedBills as text[]), cast(:accruedAmounts as bigint[])) as a (number, accrued)
			        on a.number = due.bill_number
			    where chosen and (pay_by < :afterPayBy or (pay_by = :afterPayBy and bill_number > :afterBill))
			    order by <order>
			    limit :limit offset :skipped
			)""";

	/** Figures are the sum of few rows, and an index has the bills in order. */
	private static final String KEPT = """
			with kept as (
			    select true as is_kept
			), reach as (
			    select min(first_pay_by) as first_pay_by,
			           least(max(last_pay_by), cast(:asOf as date) + max(longest_term)) as last_pay_by
			    from bill_year_range
			    where customer_number = :customer and bill_year between :from and :to
			      and bill_year between :firstYear and :lastYear
			), facet as (
			    select bill_year, bill_type, sum(bills)::bigint as count, sum(total_unpaid)::bigint as unpaid,
			           coalesce(sum(case :state when 'all' then bills when 'unpaid' then open_bills
			                                    else bills - open_bills end)
			                    filter (where bill_year between :firstYear and :lastYear and :type in ('', bill_type)),
			                    0)::bigint as matching
			    from bill_figures_as_of(:customer, :asOf)
			    where bill_year between :from and :to
			    group by bill_year, bill_type having sum(bills) > 0
			), place as (
			    select matching, :skipped * 2 > matching and <reversible> as from_the_end
			    from (select coalesce(sum(matching), 0)::bigint as matching from facet) f
			), found as (
			    <found>
			), page as (
			    select found.*, b.currency, t.name as type_name
			    from found
			    cross join lateral (select currency from bill where bill_number = found.bill_number) b
			    join bill_type t on t.code = found.bill_type
			)""";

	/**
	 * As far as there are any, from the nearer end: the last page is as near as the
	 * first.
	 */
	private static final String FOUND = """
			(select bill_number, bill_type, bill_year, pay_by, total_unpaid, 0::bigint as accrued
			 from bill_span
			 where <chosen> and not (select from_the_end from place)
			 order by <order>
			 limit (select greatest(0, least(:limit, matching - :skipped)) from place) offset :skipped)
			union all
			(select bill_number, bill_type, bill_year, pay_by, total_unpaid, 0::bigint as accrued
			 from bill_span
			 where <chosen> and (select from_the_end from place)
			 order by <reversed>
			 limit (select greatest(0, least(:limit, matching - :skipped)) from place)
			 offset (select greatest(0, matching - :skipped - :limit) from place))""";

	/** Those on which something has accrued are few, and fall in between the others. */
	private static final String FOUND_BY_ACCRUED = """
			select * from (
			    (select bill_number, bill_type, bill_year, pay_by, total_unpaid, 0::bigint as accrued
			     from bill_span
			     where <chosen> and bill_number not in (select unnest(cast(:accruedBills as text[])))
			     order by <unpaid>
			     limit :limit + :skipped)
			    union all
			    select bill_number, bill_type, bill_year, pay_by, total_unpaid, accrued
			    from unnest(cast(:accruedBills as text[]), cast(:accruedAmounts as bigint[])) as a (bill_number, accrued)
			    join bill_span using (bill_number)
			    where <chosen>
			) f
			order by <order>
			limit :limit offset :skipped""";

	/**
	 * Condition by condition the planner would expect so few bills that it would sort
	 * them all, instead of reading some in order.
	 */
	private static final String CHOSEN = """
			customer_number = :customer and <span> and <state> and <within>
			and case when (pay_by < :afterPayBy or bill_number > :afterBill) and from_day <= :asOf
			              and bill_year between :from and :to and bill_year between :firstYear and :lastYear
			              and :type in ('', bill_type) then true end""";

	/**
	 * Where an index is in this order, as that of any day is, a part of it is all that is
	 * read.
	 */
	private static final String WITHIN = """
			pay_by between (select first_pay_by from reach) and least(:afterPayBy, (select last_pay_by from reach))""";

	/** All that is of no single bill stands in the first row alone. */
	private static final String SHOWN = """
			, total as (
			    select coalesce(sum(count), 0)::bigint as count, coalesce(sum(unpaid), 0)::bigint as unpaid,
			           coalesce(sum(matching), 0)::bigint as matching,
			           coalesce(array_agg(distinct bill_year), '{}') as years
			    from facet
			), named as (
			    select coalesce(array_agg(code order by code), '{}') as type_codes,
			           coalesce(array_agg(name order by code), '{}') as type_names
			    from bill_type where code in (select bill_type from facet)
			)
			select is_kept, facts.*, page.*, exists (select from pending_web_payment p
			                                         where p.bill_number = page.bill_number) as pending
			from readable_customer r
			join customer using (customer_number)
			cross join kept
			left join (select *, row_number() over (order by <order>) as place from page) page on true
			left join lateral (select * from total cross join named where coalesce(place, 1) = 1) facts on true
			where r.resident_id = :resident and r.customer_number = :customer
			order by <order>
			""";

	/** Nothing is dated later than today: what is stored is what counts. */
	private static final Map<BillOrder, String> OF_TODAY = statements((order) -> summed("current_bill", order));

	/** Any other day follows from the entries by then. */
	private static final Map<BillOrder, String> OF_ANY_DAY = statements((order) -> summed("bill_as_of(:asOf)", order));

	private static final Map<BillState, Map<BillOrder, String>> KEPT_OF_TODAY = kept(false);

	private static final Map<BillState, Map<BillOrder, String>> KEPT_OF_ANY_DAY = kept(true);

	private BillPageStatements() {
	}

	/**
	 * Over all bills of a customer.
	 * @param isPast whether the date is before today
	 */
	static String summed(BillOrder order, boolean isPast) {
		return Objects.requireNonNull((isPast ? OF_ANY_DAY : OF_TODAY).get(order));
	}

	/**
	 * Of a customer whose figures are kept.
	 * @param isPast whether the date is before today
	 */
	static String kept(BillOrder order, BillState state, boolean isPast) {
		return Objects
			.requireNonNull(Objects.requireNonNull((isPast ? KEPT_OF_ANY_DAY : KEPT_OF_TODAY).get(state)).get(order));
	}

	private static Map<BillState, Map<BillOrder, String>> kept(boolean isPast) {
		return new EnumMap<>(Map.of(BillState.ALL, statements((order) -> kept(isPast, "true", order)), BillState.UNPAID,
				statements((order) -> kept(isPast, "total_unpaid > 0", order)), BillState.PAID,
				statements((order) -> kept(isPast, "total_unpaid <= 0", order))));
	}

	private static Map<BillOrder, String> statements(Function<BillOrder, String> statement) {
		Map<BillOrder, String> statements = new EnumMap<>(BillOrder.class);
		Arrays.stream(BillOrder.values()).forEach((order) -> statements.put(order, statement.apply(order)));
		return statements;
	}

	private static String summed(String bills, BillOrder order) {
		return (SUMMED + SHOWN).replace("<bills>", bills).replace("<order>", order.columns());
	}

	private static String kept(boolean isPast, String state, BillOrder order) {
		return (KEPT + SHOWN).replace("<found>", order.isByAccrued() ? FOUND_BY_ACCRUED : FOUND)
			.replace("<chosen>", CHOSEN)
			.replace("<within>", (order.isByPayBy() || isPast) ? WITHIN : "true")
			.replace("<span>", isPast ? "to_day > :asOf" : "to_day = 'infinity'")
			.replace("<state>", state)
			.replace("<reversible>", Boolean.toString(!order.isByAccrued()))
			.replace("<unpaid>", order.withoutAccrued().columns())
			.replace("<reversed>", order.reversed())
			.replace("<order>", order.columns());
	}

}
