package city.plaza.billing.payment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PaymentOrder.Line;

/**
 * What may be paid. The first line that breaks a rule is reported, with the first rule it
 * breaks; no figure of the request is believed.
 */
final class PaymentRules {

	private PaymentRules() {
	}

	/**
	 * Checks what the request alone shows.
	 * @param order as asked
	 * @return the first rule broken
	 */
	static Optional<PaymentRefusal> checkAlone(PaymentOrder order) {
		Set<BillNumber> seen = new HashSet<>();
		int at = 0;
		for (Line line : order.lines()) {
			if (line.amount().amount() <= 0) {
				return Optional.of(new PaymentRefusal.AmountNotPositive(at));
			}
			if (!seen.add(line.billNumber())) {
				return Optional.of(new PaymentRefusal.DuplicateBill(at));
			}
			if (!line.amount().currency().equals(order.lines().getFirst().amount().currency())) {
				return Optional.of(new PaymentRefusal.CurrencyMismatch(at));
			}
			at++;
		}
		return Optional.empty();
	}

	/**
	 * Checks the order against the bills, which must be locked.
	 * @param order as asked, fine alone
	 * @param bills those of them the resident may see, with the city's own figures
	 * @param pending bill numbers with a pending web payment
	 * @return the first rule broken
	 */
	static Optional<PaymentRefusal> check(PaymentOrder order, List<OpenBill> bills, Set<BillNumber> pending) {
		Map<BillNumber, OpenBill> byNumber = bills.stream()
			.collect(Collectors.toMap(OpenBill::number, Function.identity()));
		// Absence first: nothing is disclosed of any bill beside one that is not the
		// resident's.
		if (!byNumber.keySet().containsAll(order.billNumbers())) {
			return Optional.of(new PaymentRefusal.NoSuchBill());
		}
		int at = 0;
		for (Line line : order.lines()) {
			OpenBill bill = byNumber.get(line.billNumber());
			if (bill == null) {
				throw new IllegalStateException("Checked above");
			}
			if (pending.contains(line.billNumber())) {
				return Optional.of(new PaymentRefusal.BillPending(at));
			}
			Optional<PaymentRefusal> refusal = check(at, line.amount(), bill);
			if (refusal.isPresent()) {
				return refusal;
			}
			at++;
		}
		return Optional.empty();
	}

	private static Optional<PaymentRefusal> check(int at, Money wanted, OpenBill bill) {
		long unpaid = bill.totalUnpaid().amount();
		if (unpaid <= 0) {
			return Optional.of(new PaymentRefusal.BillPaid(at));
		}
		if (!wanted.currency().equals(bill.totalUnpaid().currency())) {
			return Optional.of(new PaymentRefusal.CurrencyMismatch(at));
		}
		if (wanted.amount() > unpaid) {
			return Optional.of(new PaymentRefusal.AmountAboveUnpaid(at, bill.totalUnpaid()));
		}
		if (wanted.amount() < unpaid && !bill.partPaymentAllowed()) {
			return Optional.of(new PaymentRefusal.PartPaymentNotAllowed(at));
		}
		return Optional.empty();
	}

}
