package city.plaza.billing.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.OpenBill;
import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PostPayments.Outcome;

/**
 * Which of the postings that finance reports are booked. Each is held against what is
 * known and what was decided before it; nothing is written here. Money of a web payment
 * was really taken: it is booked though the bill is paid otherwise or waived meanwhile,
 * and what is over becomes the customer's credit.
 */
final class PostingDecisions {

	private final Map<BillNumber, OpenBill> bills;

	private final Map<String, Entry> known;

	private final Map<PaymentReference, Payment> payments;

	private final Map<PaymentPart, Long> posted;

	private final Set<String> seen = new HashSet<>();

	private final List<Entry> entries = new ArrayList<>();

	private final Map<Payment, LocalDate> touched = new LinkedHashMap<>();

	private final Map<Payment, Long> credits = new LinkedHashMap<>();

	PostingDecisions(Map<BillNumber, OpenBill> bills, Map<String, Entry> known, Map<PaymentReference, Payment> payments,
			Map<PaymentPart, Long> posted) {
		this.bills = new HashMap<>(bills);
		this.known = new HashMap<>(known);
		this.payments = payments;
		this.posted = new HashMap<>(posted);
	}

	Outcome decide(NewPosting posting) {
		Entry before = this.known.putIfAbsent(posting.reference(), posting.toEntry());
		boolean isRepeated = !this.seen.add(posting.reference());
		if (before != null && !before.equals(posting.toEntry())) {
			return Outcome.REFERENCE_REUSED;
		}
		if (before != null) {
			return isRepeated ? Outcome.REPEATED : Outcome.UNCHANGED;
		}
		OpenBill bill = this.bills.get(posting.billNumber());
		return (bill == null) ? Outcome.UNKNOWN_BILL : refusal(posting, bill).orElseGet(() -> book(posting, bill));
	}

	/** Decides, and names the most that an amount may be where it is more. */
	Decided<Outcome> decided(NewPosting posting) {
		Outcome outcome = decide(posting);
		return new Decided<>(outcome, switch (outcome) {
			case ABOVE_UNPAID -> unpaid(posting);
			case ABOVE_PAYMENT -> new Money(left(posting), posting.amount().currency());
			default -> null;
		});
	}

	/** To be booked, in the order of their rows. */
	List<Entry> entries() {
		return this.entries;
	}

	/** The web payments that postings were booked of, each with the latest date. */
	Map<Payment, LocalDate> touched() {
		return this.touched;
	}

	/** What was over of web payments, in minor units. */
	Map<Payment, Long> credits() {
		return this.credits;
	}

	/** The bills of a payment whose part is posted whole. */
	List<BillNumber> postedWhole(Payment payment) {
		return payment.allocations()
			.stream()
			.filter((part) -> posted(payment, part.billNumber()) >= part.amount().amount())
			.map(Allocation::billNumber)
			.toList();
	}

	private Optional<Outcome> refusal(NewPosting posting, OpenBill bill) {
		if (posting.paymentReference() == null) {
			return posting.amount().isMoreThan(bill.totalUnpaid()) ? Optional.of(Outcome.ABOVE_UNPAID)
					: Optional.empty();
		}
		Payment payment = this.payments.get(posting.paymentReference());
		if (payment == null) {
			return Optional.of(Outcome.UNKNOWN_PAYMENT);
		}
		return payment.allocations()
			.stream()
			.filter((part) -> part.billNumber().equals(posting.billNumber()))
			.findFirst()
			.map((part) -> refusal(posting, payment, part))
			.orElse(Optional.of(Outcome.PAYMENT_NOT_OF_THIS_BILL));
	}

	private Money unpaid(NewPosting posting) {
		return Objects.requireNonNull(this.bills.get(posting.billNumber())).totalUnpaid();
	}

	private long left(NewPosting posting) {
		Payment payment = Objects.requireNonNull(this.payments.get(posting.paymentReference()));
		return payment.allocations()
			.stream()
			.filter((part) -> part.billNumber().equals(posting.billNumber()))
			.mapToLong((part) -> left(payment, part))
			.sum();
	}

	private long left(Payment payment, Allocation part) {
		return part.amount().amount() - posted(payment, part.billNumber());
	}

	private Optional<Outcome> refusal(NewPosting posting, Payment payment, Allocation part) {
		long left = left(payment, part);
		if (payment.state() != PaymentState.SUBMITTED || left <= 0) {
			return Optional.of(Outcome.PAYMENT_NOT_PENDING);
		}
		return (posting.amount().amount() > left) ? Optional.of(Outcome.ABOVE_PAYMENT) : Optional.empty();
	}

	private Outcome book(NewPosting posting, OpenBill bill) {
		OpenBill.Booked booked = bill.add(posting.toEntry());
		this.bills.put(bill.number(), booked.bill());
		this.entries.addAll(booked.entries());
		if (posting.paymentReference() != null) {
			Payment payment = this.payments.get(posting.paymentReference());
			this.posted.merge(new PaymentPart(posting.paymentReference(), bill.number()), posting.amount().amount(),
					Long::sum);
			this.touched.merge(payment, posting.postedOn(), (one, other) -> one.isAfter(other) ? one : other);
			if (booked.credit().amount() > 0) {
				this.credits.merge(payment, booked.credit().amount(), Long::sum);
			}
		}
		return Outcome.POSTED;
	}

	private long posted(Payment payment, BillNumber bill) {
		return this.posted.getOrDefault(new PaymentPart(payment.reference(), bill), 0L);
	}

}
