package city.plaza.billing.payment;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.money.Money;

/**
 * The part of a payment that goes to one bill.
 *
 * @param billNumber the bill paid
 * @param customerNumber whose bill it is
 * @param amount more than nothing
 */
record Allocation(BillNumber billNumber, CustomerNumber customerNumber, Money amount) {
}
