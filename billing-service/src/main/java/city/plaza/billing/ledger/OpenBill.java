package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;

/**
 * A bill locked until the transaction ends, with what is unpaid on it when all that is
 * known counts.
 *
 * @param customer who owes it
 * @param year the fiscal year it belongs to
 * @param issuedOn from which day on it is owed
 * @param totalUnpaid zero or less where it is paid
 * @param partPaymentAllowed whether its type may be paid in parts
 */
public record OpenBill(BillNumber number, CustomerNumber customer, int year, LocalDate issuedOn, Money totalUnpaid,
		boolean partPaymentAllowed) {

	/**
	 * Adds an entry. What it takes off beyond what is owed becomes a credit of the
	 * customer: nothing that was paid is refused for being too much, and no bill owes the
	 * customer anything.
	 * @param entry of this bill
	 * @return the bill after it, and the entries to be booked
	 */
	public Booked add(Entry entry) {
		List<Entry> entries = new ArrayList<>(List.of(entry));
		Money unpaid = this.totalUnpaid.minus(entry.amount());
		long excess = (entry.amount().amount() > 0) ? Math.min(-unpaid.amount(), entry.amount().amount()) : 0;
		if (excess > 0) {
			Entry credit = entry.credit(excess);
			entries.add(credit);
			unpaid = unpaid.minus(credit.amount());
		}
		return new Booked(
				new OpenBill(this.number, this.customer, this.year, this.issuedOn, unpaid, this.partPaymentAllowed),
				entries, new Money(Math.max(excess, 0), unpaid.currency()));
	}

	/**
	 * An entry and what follows from it.
	 *
	 * @param bill after it
	 * @param entries to be booked, in this order
	 * @param credit what became the customer's credit; zero as a rule
	 */
	public record Booked(OpenBill bill, List<Entry> entries, Money credit) {
	}

}
