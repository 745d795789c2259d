package city.plaza.billing.customer;

/**
 * A postal address in the United States, as the ledger writes it.
 *
 * @param city name
 * @param state two letters, as a rule
 */
public record Address(String line1, String city, String state, String postalCode) {
}
