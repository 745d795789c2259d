package city.plaza.billing.ledger;

import java.time.LocalDate;

import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What changes a bill after its issue. It is added once and never changed.
 *
 * @param reference finance's own, never used twice
 * @param effectiveOn the day from which on it counts, in the city's time zone
 * @param amount what it takes off the bill; below zero where it adds to it
 * @param paymentReference of the web payment it is part of, or null
 * @param reverses the reference of the posting that it undoes, or null
 * @param reason as finance wrote it, or null
 */
public record Entry(String reference, EntryKind kind, BillNumber billNumber, LocalDate effectiveOn, Money amount,
		@Nullable PaymentReference paymentReference, @Nullable String reverses, @Nullable String reason) {

	/** The longest reference that finance may give. */
	public static final int LONGEST_REFERENCE = 40;

	/** How the reference of a credit ends, which follows from that of its entry. */
	private static final String CREDIT = "/credit";

	/**
	 * A payment that finance applied.
	 * @param reference finance's own
	 * @param paymentReference of the web payment it is part of, or null
	 * @param postedOn the ledger's date
	 * @param amount more than nothing
	 * @return the entry
	 */
	public static Entry posting(String reference, @Nullable PaymentReference paymentReference, BillNumber billNumber,
			LocalDate postedOn, Money amount) {
		return new Entry(reference, EntryKind.POSTING, billNumber, postedOn, amount, paymentReference, null, null);
	}

	/**
	 * Whether finance may not give a reference.
	 * @param reference as finance wrote it
	 * @return whether a credit could have the same one
	 */
	public static boolean isReserved(String reference) {
		return reference.endsWith(CREDIT);
	}

	/**
	 * Moves what this entry takes off beyond what is owed to the customer's credit.
	 * @param excess more than nothing
	 * @return the entry that adds it to the bill again
	 */
	Entry credit(long excess) {
		return new Entry(this.reference + CREDIT, EntryKind.CREDIT, this.billNumber, this.effectiveOn,
				new Money(-excess, this.amount.currency()), this.paymentReference, null, null);
	}

}
