package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Charged once, on the first day after the pay-by date, where anything is unpaid at its
 * end.
 *
 * @param percent of what is unpaid then
 * @param amount in minor units, beside the percentage
 */
public record LatePenalty(BigDecimal percent, long amount) implements AccrualPolicy {

	@Override
	public long accrued(BillHistory history, LocalDate asOf) {
		if (AccrualPolicy.daysLate(history, asOf) <= 0) {
			return 0;
		}
		long unpaid = history.unpaidOn(history.payBy().plusDays(1));
		return (unpaid > 0) ? this.amount + AccrualPolicy.rounded(AccrualPolicy.percentOf(this.percent, unpaid)) : 0;
	}

}
