package city.plaza.billing.payment;

import java.time.Instant;

import city.plaza.billing.money.Money;

/**
 * Money that the provider took for one bill and finance has not posted.
 *
 * @param paymentReference what finance quotes back when posting
 * @param billNumber the bill paid
 * @param customerNumber whose bill it is
 * @param amount to be posted to the bill
 * @param submittedAt when the provider's answer was recorded
 */
public record PendingLine(String paymentReference, String billNumber, String customerNumber, Money amount,
		Instant submittedAt) {
}
