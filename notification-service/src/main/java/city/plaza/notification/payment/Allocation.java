package city.plaza.notification.payment;

/**
 * What a payment pays of a bill.
 *
 * @param billNumber the bill
 * @param customerNumber whose bill
 * @param amount of it
 */
record Allocation(String billNumber, String customerNumber, Money amount) {
}
