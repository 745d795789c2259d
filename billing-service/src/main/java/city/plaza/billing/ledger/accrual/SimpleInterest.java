package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Interest for each day after the pay-by date on what is unpaid at the end of that day; a
 * year has 365 days.
 *
 * @param percentAYear more than zero
 */
public record SimpleInterest(BigDecimal percentAYear) implements AccrualPolicy {

	private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);

	@Override
	public long accrued(BillHistory history, LocalDate asOf) {
		if (AccrualPolicy.daysLate(history, asOf) <= 0) {
			return 0;
		}
		// From change to change what is unpaid stays the same.
		LocalDate first = history.payBy().plusDays(1);
		LocalDate end = asOf.plusDays(1);
		List<LocalDate> marks = Stream
			.concat(Stream.of(first, end), history.changes().stream().map(BillHistory.Change::on))
			.filter((day) -> !day.isBefore(first) && !day.isAfter(end))
			.distinct()
			.sorted()
			.toList();
		BigDecimal centDays = BigDecimal.ZERO;
		for (int at = 0; at < marks.size() - 1; at++) {
			BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(marks.get(at), marks.get(at + 1)));
			centDays = centDays.add(days.multiply(BigDecimal.valueOf(history.unpaidOn(marks.get(at)))));
		}
		return this.percentAYear.multiply(centDays)
			.movePointLeft(2)
			.divide(DAYS_A_YEAR, 0, RoundingMode.HALF_UP)
			.longValueExact();
	}

}
