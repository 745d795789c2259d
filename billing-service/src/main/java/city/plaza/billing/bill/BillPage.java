package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A page of a customer's bills, with figures over all of them.
 *
 * @param counts of all bills, on this page or not
 * @param totalUnpaid of all bills
 * @param totalBalanceDue of all bills
 * @param items at most as many as asked for
 * @param more whether others follow
 */
record BillPage(Counts counts, Money totalUnpaid, Money totalBalanceDue, List<Item> items, boolean more) {

	/**
	 * How many bills there are.
	 *
	 * @param all whatever was chosen
	 * @param matching those that were chosen
	 * @param facets of all
	 */
	record Counts(long all, long matching, Facets facets) {
	}

	/**
	 * What the bills of the customer can be chosen by.
	 *
	 * @param billYears the fiscal years that have bills, latest first
	 * @param billTypes the types that have bills, by code
	 */
	@Schema(name = "BillFacets")
	record Facets(List<Integer> billYears, List<TypeName> billTypes) {
	}

	/**
	 * A bill type.
	 *
	 * @param code as bills name it
	 * @param name in words
	 */
	@Schema(name = "BillTypeName")
	record TypeName(BillTypeCode code, String name) {
	}

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
