package city.plaza.billing.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bill with all that stands on it, as of a date.
 *
 * @param pendingPaymentId the caller's own pending payment of it, to follow it; never
 * another resident's
 * @param postings by the as-of date, oldest first
 */
record BillDetails(BillNumber billNumber, String billType, int billYear, CustomerNumber customerNumber,
		String customerName, LocalDate issuedOn, LocalDate payBy, LocalDate asOf, Money totalUnpaid, Money balanceDue,
		boolean pendingWebPayment, @Nullable UUID pendingPaymentId, boolean partPaymentAllowed, List<Charge> charges,
		List<Posting> postings) {

	/** A line of the bill. */
	record Charge(int line, String description, Money amount) {
	}

	/**
	 * A payment that finance applied.
	 *
	 * @param reference the web payment's where it is one, else finance's own
	 */
	record Posting(LocalDate postedOn, String reference, Money amount) {
	}

}
