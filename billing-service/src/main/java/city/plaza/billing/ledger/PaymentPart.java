package city.plaza.billing.ledger;

/**
 * The part of a web payment that goes to one bill.
 *
 * @param paymentReference of the payment
 * @param billNumber the bill
 */
public record PaymentPart(String paymentReference, BillNumber billNumber) {
}
