package city.plaza.billing.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.Accruals;
import city.plaza.billing.ledger.Accruals.Accrued;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings;
import city.plaza.billing.ledger.CityCalendar;
import city.plaza.billing.money.Money;
import city.plaza.billing.summary.BillingSummary.DueBill;
import city.plaza.billing.summary.BillingSummary.LinkedCustomer;
import city.plaza.billing.summary.BillingSummary.Month;
import city.plaza.billing.summary.SummaryRows.CustomerRow;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sums up what a resident owes: four statements, however many customers are linked, over
 * the balances that are stored with the bills.
 */
@Component
class SummarizeBills {

	private static final int MONTHS = 12;

	private final SummaryRows rows;

	private final Accruals accruals;

	private final BillSettings settings;

	private final CityCalendar calendar;

	SummarizeBills(SummaryRows rows, Accruals accruals, BillSettings settings, CityCalendar calendar) {
		this.rows = rows;
		this.accruals = accruals;
		this.settings = settings;
		this.calendar = calendar;
	}

	Mono<BillingSummary> of(UUID resident) {
		return Mono.defer(() -> {
			LocalDate today = this.calendar.today();
			return this.rows.customers(resident, today)
				.flatMap((customers) -> customers.isEmpty()
						? Mono.just(summary(today, List.of(), List.of(), List.of(), Map.of()))
						: of(resident, customers, today));
		});
	}

	private Mono<BillingSummary> of(UUID resident, List<CustomerRow> customers, LocalDate today) {
		List<CustomerNumber> numbers = customers.stream().map((row) -> row.customer().customerNumber()).toList();
		return this.rows.due(resident, today)
			.flatMap((due) -> this.rows.months(resident, first(today), today)
				.flatMap((months) -> this.accruals.of(numbers, this.settings.years(), today)
					.map((accrued) -> summary(today, customers, due, accrued, months))));
	}

	private BillingSummary summary(LocalDate today, List<CustomerRow> rows, List<DueBill> due, List<Accrued> accrued,
			Map<YearMonth, Month> months) {
		Map<CustomerNumber, Money> byCustomer = accrued.stream()
			.collect(Collectors.toMap(Accrued::customer, Accrued::amount, Money::plus));
		Map<BillNumber, Money> byBill = accrued.stream().collect(Collectors.toMap(Accrued::bill, Accrued::amount));
		List<LinkedCustomer> customers = rows.stream()
			.map(CustomerRow::customer)
			.map((customer) -> customer.with(byCustomer.getOrDefault(customer.customerNumber(), zero())))
			.toList();
		return new BillingSummary(today, this.settings.years(), sum(customers, LinkedCustomer::totalUnpaid),
				sum(customers, LinkedCustomer::balanceDue), count(rows, (row) -> row.customer().openBills()),
				count(rows, CustomerRow::pastDue), count(rows, CustomerRow::pending),
				sum(rows, CustomerRow::pendingUnpaid),
				due.stream().map((bill) -> bill.with(byBill.getOrDefault(bill.billNumber(), zero()))).toList(),
				customers, months(today, months));
	}

	/** A month without bills and payments is there too, with nothing in it. */
	private List<Month> months(LocalDate today, Map<YearMonth, Month> known) {
		return IntStream.range(0, MONTHS)
			.mapToObj(first(today)::plusMonths)
			.map((month) -> known.getOrDefault(month, new Month(month, zero(), zero())))
			.toList();
	}

	private static YearMonth first(LocalDate today) {
		return YearMonth.from(today).minusMonths(MONTHS - 1);
	}

	private <T> Money sum(List<T> parts, Function<T, Money> amount) {
		return parts.stream().map(amount).reduce(zero(), Money::plus);
	}

	private static long count(List<CustomerRow> rows, ToLongFunction<CustomerRow> number) {
		return rows.stream().mapToLong(number).sum();
	}

	private Money zero() {
		return new Money(0, this.settings.currency());
	}

}
