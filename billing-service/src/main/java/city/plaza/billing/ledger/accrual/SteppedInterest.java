package city.plaza.billing.ledger.accrual;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Interest for each 30 days begun after the pay-by date, on what is unpaid at the end of
 * their first day. The rate steps up with time.
 *
 * @param steps by their first day, which of the first one is 1
 */
public record SteppedInterest(List<Step> steps) implements AccrualPolicy {

	private static final int PERIOD = 30;

	/**
	 * Checks the steps.
	 * @throws IllegalArgumentException if they do not begin on day 1 or do not go up
	 */
	public SteppedInterest {
		steps = List.copyOf(steps);
		if (steps.isEmpty() || steps.getFirst().fromDay() != 1) {
			throw new IllegalArgumentException("The first step of interest begins on day 1");
		}
		for (int at = 1; at < steps.size(); at++) {
			if (steps.get(at).fromDay() <= steps.get(at - 1).fromDay()) {
				throw new IllegalArgumentException("Each step of interest begins later than the one before");
			}
		}
	}

	@Override
	public long accrued(BillHistory history, LocalDate asOf) {
		BigDecimal interest = BigDecimal.ZERO;
		long late = AccrualPolicy.daysLate(history, asOf);
		long lastChange = lastChange(history);
		for (long day = 1; day <= late; day += PERIOD) {
			// Once nothing changes any more the rest is the same each time: an as-of date
			// far from now costs no more than one of tomorrow.
			long periods = (day > lastChange) ? 1 + (late - day) / PERIOD : 1;
			long unpaid = history.unpaidOn(history.payBy().plusDays(day));
			interest = interest
				.add(AccrualPolicy.percentOf(percentOn(day), unpaid).multiply(BigDecimal.valueOf(periods)));
			day += (periods - 1) * PERIOD;
		}
		return AccrualPolicy.rounded(interest);
	}

	/** The last day after the pay-by date on which the rate or what is unpaid changes. */
	private long lastChange(BillHistory history) {
		return history.changes()
			.stream()
			.mapToLong((change) -> AccrualPolicy.daysLate(history, change.on()))
			.reduce(this.steps.getLast().fromDay(), Math::max);
	}

	private BigDecimal percentOn(long day) {
		BigDecimal percent = BigDecimal.ZERO;
		for (Step step : this.steps) {
			if (step.fromDay() <= day) {
				percent = step.percent();
			}
		}
		return percent;
	}

	/**
	 * A rate and since when it holds.
	 *
	 * @param fromDay the first day after the pay-by date, from 1
	 * @param percent for each 30 days begun
	 */
	public record Step(int fromDay, BigDecimal percent) {
	}

}
