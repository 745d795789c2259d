package city.plaza.billing.finance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.billing.payment.PostingCheck;
import org.jspecify.annotations.Nullable;

/**
 * Which of the postings brought are taken: each is held against those known and those
 * taken before it.
 */
class PostingRules {

	private final Map<String, Long> unpaid;

	private final Map<String, Posting> known;

	private final Map<String, PostingCheck> checks;

	private final Set<String> seen = new HashSet<>();

	private final Set<String> payments = new HashSet<>();

	private final List<Posting> taken = new ArrayList<>();

	/**
	 * Begins.
	 * @param unpaid minor units by bill number
	 * @param known postings by reference
	 * @param checks of web payments, by posting reference
	 */
	PostingRules(Map<String, Long> unpaid, Map<String, Posting> known, Map<String, PostingCheck> checks) {
		this.unpaid = new HashMap<>(unpaid);
		this.known = new HashMap<>(known);
		this.checks = checks;
	}

	void decide(Posting posting, RowReader reader, Report report) {
		Posting before = this.known.putIfAbsent(posting.reference(), posting);
		boolean isRepeated = !this.seen.add(posting.reference());
		if (before != null && !before.equals(posting)) {
			reader.wrong("posting_reference", "posting-reference-reused",
					"Another posting has this reference. A posting cannot be changed.");
		}
		else if (isRepeated) {
			reader.wrong("posting_reference", "duplicate-row", "This posting has an earlier row in the file.");
		}
		else if (before != null) {
			report.unchanged(1);
			return;
		}
		else {
			checkNew(posting, reader);
		}
		if (reader.isGood()) {
			take(posting);
			report.accept(1);
		}
		else {
			report.reject(reader.errors());
		}
	}

	/** Those to be written, in the order of their rows. */
	List<Posting> taken() {
		return this.taken;
	}

	private void checkNew(Posting posting, RowReader reader) {
		Long unpaidNow = this.unpaid.get(posting.billNumber());
		if (unpaidNow == null) {
			reader.wrong("bill_number", "unknown-bill", "There is no such bill.");
			return;
		}
		checkPayment(posting, this.checks.get(posting.reference()), reader);
		if (posting.amount().amount() > unpaidNow) {
			reader.wrong("amount", "amount-above-unpaid", "This is more than is unpaid on the bill.");
		}
	}

	private void checkPayment(Posting posting, @Nullable PostingCheck check, RowReader reader) {
		if (posting.paymentReference() != null && this.payments.contains(part(posting))) {
			tellNotPending(reader);
			return;
		}
		switch (check) {
			case OK -> {
			}
			case UNKNOWN_PAYMENT -> reader.wrong("payment_reference", "unknown-payment", "There is no such payment.");
			case NOT_OF_THIS_BILL ->
				reader.wrong("payment_reference", "payment-not-of-this-bill", "This payment does not cover this bill.");
			case WRONG_AMOUNT ->
				reader.wrong("amount", "wrong-amount", "The payment covers this bill with another amount.");
			case NOT_SUBMITTED -> tellNotPending(reader);
			case null -> {
			}
		}
	}

	private static void tellNotPending(RowReader reader) {
		reader.wrong("payment_reference", "payment-not-pending",
				"The money of this payment was not taken, or this part of it is posted already.");
	}

	private void take(Posting posting) {
		this.taken.add(posting);
		this.unpaid.merge(posting.billNumber(), -posting.amount().amount(), Long::sum);
		if (posting.paymentReference() != null) {
			this.payments.add(part(posting));
		}
	}

	private static String part(Posting posting) {
		return posting.paymentReference() + " " + posting.billNumber();
	}

}
