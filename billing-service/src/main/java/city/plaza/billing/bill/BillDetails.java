package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bill with all that stands on it, as of a date.
 *
 * @param billNumber printed on the bill
 * @param billType the type by its code
 * @param billTypeName the type in words
 * @param billYear the fiscal year it belongs to
 * @param customerNumber the Customer ID
 * @param customerName as the ledger writes it
 * @param issuedOn the issue date
 * @param payBy the last day to pay it without penalty
 * @param asOf the date that every figure is computed for
 * @param totalUnpaid charges and changes, less postings
 * @param balanceDue what is unpaid, with interest and penalties by the as-of date
 * @param pendingWebPayment whether a web payment of it is not yet posted
 * @param pendingPaymentId the caller's own pending payment of it, to follow it; never
 * another resident's
 * @param partPaymentAllowed whether a part of it may be paid
 * @param charges its lines
 * @param postings by the as-of date, oldest first
 * @param changes all other entries by the as-of date, oldest first
 */
record BillDetails(BillNumber billNumber, BillTypeCode billType, String billTypeName, int billYear,
		CustomerNumber customerNumber, String customerName, LocalDate issuedOn, LocalDate payBy, LocalDate asOf,
		Money totalUnpaid, Money balanceDue, boolean pendingWebPayment, @Nullable UUID pendingPaymentId,
		boolean partPaymentAllowed, List<Charge> charges, List<Posting> postings, List<Change> changes) {

	/** With what has accrued beside what is unpaid. */
	BillDetails with(Money accrued) {
		return new BillDetails(this.billNumber, this.billType, this.billTypeName, this.billYear, this.customerNumber,
				this.customerName, this.issuedOn, this.payBy, this.asOf, this.totalUnpaid,
				this.totalUnpaid.plus(accrued), this.pendingWebPayment, this.pendingPaymentId, this.partPaymentAllowed,
				this.charges, this.postings, this.changes);
	}

	/**
	 * A line of the bill.
	 *
	 * @param line its place, from 1
	 * @param description what it is for
	 * @param amount what it adds to the bill
	 */
	record Charge(int line, String description, Money amount) {
	}

	/**
	 * A payment that finance applied.
	 *
	 * @param postedOn when finance applied it
	 * @param reference the web payment's where it is one, else finance's own
	 * @param amount what it takes off the bill
	 */
	record Posting(LocalDate postedOn, String reference, Money amount) {
	}

	/**
	 * An adjustment, a waiver or another entry by finance.
	 *
	 * @param effectiveOn from when it counts
	 * @param kind what it is
	 * @param amount what it adds to the bill; below zero where it takes something off
	 * @param reason as finance wrote it, or null
	 */
	record Change(LocalDate effectiveOn, EntryKind kind, Money amount, @Nullable String reason) {
	}

}
