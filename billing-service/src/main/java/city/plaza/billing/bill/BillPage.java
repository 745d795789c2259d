package city.plaza.billing.bill;

import city.plaza.billing.ledger.BillNumber;
import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.money.Money;

/**
 * A page of a customer's bills, with figures over all of them.
 *
 * @param count of all bills, on this page or not
 * @param totalUnpaid of all bills
 * @param totalBalanceDue of all bills
 * @param items at most as many as asked for
 * @param more whether others follow
 */
record BillPage(long count, Money totalUnpaid, Money totalBalanceDue, List<Item> items, boolean more) {

	/** A bill as of the page's date. */
	record Item(BillNumber billNumber, String billType, String billTypeName, int billYear, LocalDate payBy,
			Money totalUnpaid, Money balanceDue, boolean pendingWebPayment) {

		/** With what has accrued beside what is unpaid. */
		Item with(Money accrued) {
			return new Item(this.billNumber, this.billType, this.billTypeName, this.billYear, this.payBy,
					this.totalUnpaid, this.totalUnpaid.plus(accrued), this.pendingWebPayment);
		}

	}

}
