package city.plaza.billing.ledger;

/**
 * The part of a web payment that goes to one bill.
 *
 * @param paymentReference what the payment is quoted by
 */
public record PaymentPart(PaymentReference paymentReference, BillNumber billNumber) {
}
