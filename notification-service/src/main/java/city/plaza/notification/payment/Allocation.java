package city.plaza.notification.payment;

/**
 * What a payment pays of a bill.
 *
 * @param customerNumber whose bill
 */
record Allocation(String billNumber, String customerNumber, Money amount) {
}
