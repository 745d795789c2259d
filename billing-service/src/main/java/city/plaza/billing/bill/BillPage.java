package city.plaza.billing.bill;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

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

	/**
	 * A bill as of the page's date.
	 *
	 * @param billNumber printed on the bill
	 * @param billType the type by its code
	 * @param billTypeName the type in words
	 * @param billYear the fiscal year it belongs to
	 * @param payBy the last day to pay it without penalty
	 * @param totalUnpaid charges and changes, less postings
	 * @param balanceDue what is unpaid, with interest and penalties
	 * @param pendingWebPayment whether a web payment of it is not yet posted
	 */
	@Schema(name = "BillItem")
	record Item(BillNumber billNumber, BillTypeCode billType, String billTypeName, int billYear, LocalDate payBy,
			Money totalUnpaid, Money balanceDue, boolean pendingWebPayment) {

		/** With what has accrued beside what is unpaid. */
		Item with(Money accrued) {
			return new Item(this.billNumber, this.billType, this.billTypeName, this.billYear, this.payBy,
					this.totalUnpaid, this.totalUnpaid.plus(accrued), this.pendingWebPayment);
		}

	}

}
