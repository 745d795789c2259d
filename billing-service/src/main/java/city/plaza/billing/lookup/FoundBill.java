package city.plaza.billing.lookup;

import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A bill as of today, with what is printed on it and what is still to pay: nothing of its
 * customer, and no other bill.
 *
 * @param billNumber printed on the bill
 * @param billType the type by its code
 * @param billTypeName the type in words
 * @param billYear the fiscal year it belongs to
 * @param issuedOn the issue date
 * @param payBy the last day to pay it without penalty
 * @param asOf today in the city, for which every figure is computed
 * @param totalCharges of all its charges
 * @param totalUnpaid charges and changes, less postings
 * @param balanceDue what is unpaid, with interest and penalties by today
 * @param pendingWebPayment whether a web payment of it is not yet posted
 * @param charges its lines, in their order
 */
record FoundBill(BillNumber billNumber, BillTypeCode billType, String billTypeName, int billYear, LocalDate issuedOn,
		LocalDate payBy, LocalDate asOf, Money totalCharges, Money totalUnpaid, Money balanceDue,
		boolean pendingWebPayment, List<Charge> charges) {

	/** With what has accrued beside what is unpaid. */
	FoundBill with(Money accrued) {
		return new FoundBill(this.billNumber, this.billType, this.billTypeName, this.billYear, this.issuedOn,
				this.payBy, this.asOf, this.totalCharges, this.totalUnpaid, this.totalUnpaid.plus(accrued),
				this.pendingWebPayment, this.charges);
	}

	/**
	 * A line of the bill.
	 *
	 * @param description what it is for
	 * @param amount what it adds to the bill
	 */
	@Schema(name = "FoundCharge")
	record Charge(String description, Money amount) {
	}

}
