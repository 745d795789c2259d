package city.plaza.portal.bill;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import city.plaza.portal.page.Money;

/**
 * How much of a bill is paid, for the bar that shows it.
 *
 * @param total what the bill asks for: charges, and what the city added or took off since
 * @param paid of it, less what was taken back
 * @param unpaid of it
 */
public record BillProgress(Money total, Money paid, Money unpaid) {

	/**
	 * A payment taken back, or moved to the customer's credit, is no longer paid here.
	 */
	private static final Set<String> OF_PAYMENTS = Set.of("reversal", "credit");

	private static final int WHOLE = 100;

	/**
	 * Adds a bill up.
	 * @return empty where it asks for nothing
	 */
	static Optional<BillProgress> of(Bills.Bill bill) {
		List<Bills.Change> changes = (bill.changes() != null) ? bill.changes() : List.of();
		long total = bill.charges().stream().mapToLong((charge) -> charge.amount().amount()).sum() + changes.stream()
			.filter((change) -> !OF_PAYMENTS.contains(change.kind()))
			.mapToLong((change) -> change.amount().amount())
			.sum();
		long unpaid = bill.totalUnpaid().amount();
		if (total <= 0 || unpaid < 0 || unpaid > total) {
			return Optional.empty();
		}
		String currency = bill.totalUnpaid().currency();
		return Optional.of(new BillProgress(new Money(total, currency), new Money(total - unpaid, currency),
				new Money(unpaid, currency)));
	}

	/**
	 * How much of the bar is filled, from 0 to 100: full and empty only where it is
	 * exactly so.
	 */
	public int percentPaid() {
		if (!this.unpaid.isPositive()) {
			return WHOLE;
		}
		if (!this.paid.isPositive()) {
			return 0;
		}
		long percent = BigDecimal.valueOf(this.paid.amount())
			.multiply(BigDecimal.valueOf(WHOLE))
			.divideToIntegralValue(BigDecimal.valueOf(this.total.amount()))
			.longValueExact();
		return Math.clamp(percent, 1, WHOLE - 1);
	}

}
