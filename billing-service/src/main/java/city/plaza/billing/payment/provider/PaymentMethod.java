package city.plaza.billing.payment.provider;

/**
 * What may be known of the card a resident paid with; never more of it than this.
 *
 * @param brand such as {@code visa}
 * @param last4 the last four digits
 */
public record PaymentMethod(String brand, String last4) {
}
