package city.plaza.billing.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.EntryKind;
import city.plaza.billing.ledger.NewAdjustment;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.payment.AdjustBills.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which of the adjustments that finance reports are booked. Each is held against what is
 * known and what was decided before it; nothing is written here. A pending payment holds
 * none up: what it then pays too much becomes a credit when it is posted.
 */
final class AdjustmentDecisions {

	private final Map<BillNumber, OpenBill> bills;

	private final Map<String, Entry> known;

	private final Set<String> reversed;

	private final Set<String> seen = new HashSet<>();

	private final List<Entry> entries = new ArrayList<>();

	private final Set<PaymentReference> payments = new LinkedHashSet<>();

	/**
	 * Begins.
	 * @param bills locked
	 * @param known entries by reference: those of the adjustments and those they reverse
	 * @param reversed references of the postings that are undone already
	 */
	AdjustmentDecisions(Map<BillNumber, OpenBill> bills, Map<String, Entry> known, Set<String> reversed) {
		this.bills = new HashMap<>(bills);
		this.known = new HashMap<>(known);
		this.reversed = new HashSet<>(reversed);
	}

	Outcome decide(NewAdjustment adjustment) {
		Entry posting = (adjustment.reverses() != null) ? this.known.get(adjustment.reverses()) : null;
		Entry entry = adjustment.toEntry(posting);
		Entry before = this.known.get(adjustment.reference());
		boolean isRepeated = !this.seen.add(adjustment.reference());
		if (before != null && !before.equals(entry)) {
			return Outcome.REFERENCE_REUSED;
		}
		if (before != null) {
			return isRepeated ? Outcome.REPEATED : Outcome.UNCHANGED;
		}
		OpenBill bill = this.bills.get(adjustment.billNumber());
		return (bill == null) ? Outcome.UNKNOWN_BILL
				: refusal(adjustment, posting, bill).orElseGet(() -> book(entry, bill));
	}

	/** Decides, and names the most that can be taken off where it is more. */
	Decided<Outcome> decided(NewAdjustment adjustment) {
		Outcome outcome = decide(adjustment);
		return new Decided<>(outcome, (outcome == Outcome.ABOVE_UNPAID)
				? Objects.requireNonNull(this.bills.get(adjustment.billNumber())).totalUnpaid() : null);
	}

	/** To be booked, in the order of their rows. */
	List<Entry> entries() {
		return this.entries;
	}

	/** References of the web payments of which a posting is undone. */
	Set<PaymentReference> payments() {
		return this.payments;
	}

	private Optional<Outcome> refusal(NewAdjustment adjustment, @Nullable Entry posting, OpenBill bill) {
		if (adjustment.kind() == EntryKind.REVERSAL) {
			return refusalOfReversal(adjustment, posting);
		}
		long takenOff = -adjustment.amount().amount();
		return (takenOff > 0 && takenOff > bill.totalUnpaid().amount()) ? Optional.of(Outcome.ABOVE_UNPAID)
				: Optional.empty();
	}

	private Optional<Outcome> refusalOfReversal(NewAdjustment adjustment, @Nullable Entry posting) {
		if (posting == null || posting.kind() != EntryKind.POSTING
				|| !posting.billNumber().equals(adjustment.billNumber())) {
			return Optional.of(Outcome.UNKNOWN_POSTING);
		}
		boolean isWhole = adjustment.amount().equals(posting.amount());
		return (isWhole && !this.reversed.contains(posting.reference())) ? Optional.empty()
				: Optional.of(Outcome.NOT_THE_POSTING);
	}

	private Outcome book(Entry entry, OpenBill bill) {
		OpenBill.Booked booked = bill.add(entry);
		this.bills.put(bill.number(), booked.bill());
		this.known.put(entry.reference(), entry);
		this.entries.addAll(booked.entries());
		if (entry.reverses() != null) {
			this.reversed.add(entry.reverses());
			Optional.ofNullable(entry.paymentReference()).ifPresent(this.payments::add);
		}
		return Outcome.BOOKED;
	}

}
