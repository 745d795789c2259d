package city.plaza.client;

import java.time.LocalDate;
import java.util.List;

/**
 * A page of a customer's bills.
 *
 * @param asOf the date of all figures
 * @param count of all bills, on this page or not; the totals likewise
 */
public record BillList(String customerNumber, LocalDate asOf, long count, Money totalUnpaid, Money totalBalanceDue,
		List<Item> items) {

	public BillList {
		items = List.copyOf(items);
	}

	/** Whether a pending web payment marks the bill. */
	public boolean isPending(String billNumber) {
		return this.items.stream().anyMatch((item) -> item.billNumber().equals(billNumber) && item.pendingWebPayment());
	}

	/** A bill of the list. */
	public record Item(String billNumber, String billType, int billYear, LocalDate payBy, Money totalUnpaid,
			Money balanceDue, boolean pendingWebPayment) {
	}

}
