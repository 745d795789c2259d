package city.plaza.portal.payment;

import java.util.Optional;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.form.FormError;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bill that a resident wants to pay, as it is now.
 *
 * @param index its place in the selection, from 0
 * @param line what was asked
 * @param bill null where the resident has no such bill
 * @param pending the resident's own payment that makes it pending, where there is one
 */
record SelectedBill(int index, PaymentChoice.Line line, Bills.@Nullable Bill bill,
		Bills.@Nullable PendingPayment pending) {

	/** The id of the element of a page that an error of this bill stands beside. */
	public String id() {
		return "amount-" + this.index;
	}

	public boolean payable() {
		return this.bill != null && this.bill.payable();
	}

	/** Whether the resident may choose how much to pay. */
	public boolean asksAmount() {
		return this.bill != null && this.bill.payable() && this.bill.partPaymentAllowed();
	}

	/** Why it cannot be paid now. */
	public String reason() {
		if (this.bill == null) {
			return "unknown";
		}
		return this.bill.pendingWebPayment() ? "pending" : "paid";
	}

	/** What the field for the amount holds: all of it unless less was typed. */
	public String typed() {
		return Optional.ofNullable(this.line.amount()).orElseGet(() -> unpaid().plain());
	}

	/**
	 * What is to be paid: the typed amount, or all of a bill that is paid whole.
	 * @return empty where what was typed is no amount
	 */
	Optional<Money> toPay() {
		return asksAmount() ? Money.parse(typed(), unpaid().currency()) : Optional.of(unpaid());
	}

	/** The amount of a bill without an {@link #error}. */
	public Money amount() {
		return toPay().orElseThrow(() -> new IllegalStateException("The amount is not checked"));
	}

	/** What is due beside what can be paid, in minor units. */
	long accrued() {
		return (this.bill != null) ? this.bill.balanceDue().amount() - this.bill.totalUnpaid().amount() : 0;
	}

	/** What is wrong with the amount. */
	Optional<FormError> error() {
		return Optional.ofNullable(toPay().map(this::fault).orElse("unreadable"))
			.filter((code) -> !code.isEmpty())
			.map((code) -> new FormError("amount", id(), code, null, unpaid().toString()));
	}

	private String fault(Money amount) {
		if (!amount.isPositive()) {
			return "amount-not-positive";
		}
		return (amount.amount() > unpaid().amount()) ? "amount-above-unpaid" : "";
	}

	/** The line with its amount, as it was shown. */
	PaymentChoice.Line priced() {
		return new PaymentChoice.Line(this.line.billNumber(), amount().plain());
	}

	private Money unpaid() {
		if (this.bill == null) {
			throw new IllegalStateException("No bill " + this.line.billNumber());
		}
		return this.bill.totalUnpaid();
	}

}
