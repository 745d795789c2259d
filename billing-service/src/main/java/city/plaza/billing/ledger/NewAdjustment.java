package city.plaza.billing.ledger;

import java.time.LocalDate;

import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What finance changes on a bill beside postings.
 *
 * @param reference finance's own, never used twice
 * @param kind any but a posting and a credit, which follow from payments
 * @param effectiveOn the day from which on it counts, in the city's time zone
 * @param amount what it adds to what is owed; below zero where it takes something off
 * @param reverses of a reversal the reference of the posting that it undoes, or null
 * @param reason as finance wrote it, or null
 */
public record NewAdjustment(String reference, EntryKind kind, BillNumber billNumber, LocalDate effectiveOn,
		Money amount, @Nullable String reverses, @Nullable String reason) {

	/**
	 * The entry that it becomes.
	 * @param reversed the posting that it undoes, or null
	 * @return the entry, with the web payment of that posting
	 */
	public Entry toEntry(@Nullable Entry reversed) {
		return new Entry(this.reference, this.kind, this.billNumber, this.effectiveOn,
				new Money(-this.amount.amount(), this.amount.currency()),
				(reversed != null) ? reversed.paymentReference() : null, this.reverses, this.reason);
	}

}
