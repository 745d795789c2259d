package city.plaza.billing.payment;

import java.time.Instant;
import java.util.Map;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;

/**
 * Money that the provider took for one bill and finance has not posted.
 *
 * @param paymentReference what finance quotes back when posting
 * @param billNumber the bill paid
 * @param customerNumber whose bill it is
 * @param amount to be posted to the bill
 * @param submittedAt when the provider's report was recorded
 */
public record PendingLine(PaymentReference paymentReference, BillNumber billNumber, CustomerNumber customerNumber,
		Money amount, Instant submittedAt) {

	/** What is left of it, when a part of it is posted. */
	PendingLine less(Map<PaymentPart, Long> posted) {
		long part = posted.getOrDefault(new PaymentPart(this.paymentReference, this.billNumber), 0L);
		return new PendingLine(this.paymentReference, this.billNumber, this.customerNumber,
				this.amount.minus(new Money(part, this.amount.currency())), this.submittedAt);
	}

}
