package city.plaza.client;

/**
 * How much of a web payment goes to a bill.
 */
public record Allocation(String billNumber, Money amount) {
}
