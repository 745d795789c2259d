package city.plaza.notification.payment;

/**
 * An amount of money.
 *
 * @param amount in minor units, such as cents
 * @param currency ISO 4217
 */
record Money(long amount, String currency) {
}
