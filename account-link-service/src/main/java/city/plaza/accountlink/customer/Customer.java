package city.plaza.accountlink.customer;

/**
 * A customer as the city's ledger has it.
 *
 * @param number the Customer ID
 * @param name on file
 * @param location where the service is given
 */
public record Customer(CustomerNumber number, String name, String location) {
}
