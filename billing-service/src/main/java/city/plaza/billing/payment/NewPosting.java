package city.plaza.billing.payment;

import java.time.LocalDate;

import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.Entry;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that finance applied to a bill, as it reports it.
 *
 * @param reference finance's own, never used twice
 * @param paymentReference of the web payment it is part of, or null for money that came
 * another way
 * @param postedOn the ledger's date, in the city's time zone
 * @param amount more than nothing
 */
public record NewPosting(String reference, @Nullable PaymentReference paymentReference, BillNumber billNumber,
		LocalDate postedOn, Money amount) {

	Entry toEntry() {
		return Entry.posting(this.reference, this.paymentReference, this.billNumber, this.postedOn, this.amount);
	}

}
