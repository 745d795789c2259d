package city.plaza.billing.bill;

import city.plaza.billing.money.Money;

/**
 * A bill about to be paid, locked until the transaction ends.
 *
 * @param billNumber the bill
 * @param customerNumber who owes it
 * @param totalUnpaid as of today; zero or less where it is paid
 * @param partPaymentAllowed whether its type may be paid in parts
 */
public record PayableBill(String billNumber, String customerNumber, Money totalUnpaid, boolean partPaymentAllowed) {
}
