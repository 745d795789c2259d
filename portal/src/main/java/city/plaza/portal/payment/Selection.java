package city.plaza.portal.payment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.portal.bill.Bills;
import city.plaza.portal.form.FormErrors;
import city.plaza.portal.page.Money;

/**
 * The bills that a resident wants to pay, as they are now.
 *
 * @param choice what was asked
 * @param bills of the choice, in its order
 */
record Selection(PaymentChoice choice, List<SelectedBill> bills) {

	/** Those that can be paid now. */
	public List<SelectedBill> payable() {
		return this.bills.stream().filter(SelectedBill::payable).toList();
	}

	/** The others. */
	public List<SelectedBill> unpayable() {
		return this.bills.stream().filter((bill) -> !bill.payable()).toList();
	}

	/**
	 * The resident's own payments that keep bills from being paid, to finish or cancel.
	 */
	public List<Bills.PendingPayment> openPayments() {
		Map<String, Bills.PendingPayment> open = new LinkedHashMap<>();
		for (SelectedBill bill : this.bills) {
			Bills.PendingPayment pending = bill.pending();
			if (pending != null && pending.unfinished()) {
				open.putIfAbsent(pending.id(), pending);
			}
		}
		return new ArrayList<>(open.values());
	}

	public boolean asksAmounts() {
		return this.bills.stream().anyMatch(SelectedBill::asksAmount);
	}

	/** What is wrong with the amounts. */
	FormErrors errors() {
		return FormErrors.of(payable().stream().flatMap((bill) -> bill.error().stream()));
	}

	/** The sum to pay, once there are no {@link #errors}. */
	public Money total() {
		long sum = payable().stream().mapToLong((bill) -> bill.amount().amount()).reduce(0, Math::addExact);
		return new Money(sum, payable().getFirst().amount().currency());
	}

	/**
	 * Interest and penalties of the bills: due, but not paid with them before the city
	 * has added them.
	 */
	public Money accrued() {
		long sum = payable().stream().mapToLong(SelectedBill::accrued).reduce(0, Math::addExact);
		return new Money(sum, payable().getFirst().amount().currency());
	}

	/** Where the shown amounts are sent. */
	public String action() {
		return this.choice.with(payable().stream().map(SelectedBill::priced).toList()).check();
	}

	/** Where amounts can be changed. */
	public String change() {
		return this.choice.with(payable().stream().map(SelectedBill::priced).toList()).amounts();
	}

	/** Its only bill, where that is one that cannot be paid: its own page says why. */
	Optional<Bills.Bill> onlyOneUnpayable() {
		return (this.bills.size() == 1 && !this.bills.getFirst().payable())
				? Optional.ofNullable(this.bills.getFirst().bill()) : Optional.empty();
	}

}
