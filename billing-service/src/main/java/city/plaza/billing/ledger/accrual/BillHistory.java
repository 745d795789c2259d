package city.plaza.billing.ledger.accrual;

import java.time.LocalDate;
import java.util.List;

/**
 * What a bill was worth on each day.
 *
 * @param payBy last day without interest or penalty
 * @param charged minor units, from the day of issue on
 * @param changes in any order
 */
public record BillHistory(LocalDate payBy, long charged, List<Change> changes) {

	/**
	 * What is unpaid at the end of a day, without interest and penalties that finance has
	 * charged; never below zero.
	 */
	long unpaidOn(LocalDate day) {
		return Math.max(0,
				this.charged - this.changes.stream()
					.filter((change) -> !change.isAccrual() && !change.on().isAfter(day))
					.mapToLong(Change::takenOff)
					.sum());
	}

	/** Interest and penalties that finance has charged by the end of a day. */
	long assessedBy(LocalDate day) {
		return -this.changes.stream()
			.filter((change) -> change.isAccrual() && !change.on().isAfter(day))
			.mapToLong(Change::takenOff)
			.sum();
	}

	/**
	 * An entry.
	 *
	 * @param on the day from which on it counts
	 * @param takenOff minor units; below zero where it adds to the bill
	 * @param isAccrual whether it charges interest or a penalty
	 */
	public record Change(LocalDate on, long takenOff, boolean isAccrual) {
	}

}
