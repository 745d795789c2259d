package city.plaza.billing.customer;

/**
 * A postal address in the United States, as the ledger writes it.
 *
 * @param line1 street and number
 * @param city its name
 * @param state two letters, as a rule
 * @param postalCode the ZIP code
 */
public record Address(String line1, String city, String state, String postalCode) {
}
