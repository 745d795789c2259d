package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A rule by which a bill that is paid late costs more. Rules know nothing of each other;
 * what a bill type has of them adds up. They count on what is unpaid without interest and
 * penalties: nothing is compounded.
 */
public sealed interface AccrualPolicy permits SimpleInterest, SteppedInterest, LatePenalty {

	/**
	 * What has accrued.
	 * @param history of the bill
	 * @param asOf the day at whose end it is asked
	 * @return minor units, rounded half up once; zero until the pay-by date has passed
	 */
	long accrued(BillHistory history, LocalDate asOf);

	/** A percentage of minor units, exactly. */
	static BigDecimal percentOf(BigDecimal percent, long amount) {
		return percent.multiply(BigDecimal.valueOf(amount)).movePointLeft(2);
	}

	/** Whole minor units, half a unit up. */
	static long rounded(BigDecimal amount) {
		return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** Days after the pay-by date; zero or less while it is not late. */
	static long daysLate(BillHistory history, LocalDate asOf) {
		return ChronoUnit.DAYS.between(history.payBy(), asOf);
	}

}
