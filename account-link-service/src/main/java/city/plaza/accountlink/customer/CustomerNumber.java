package city.plaza.accountlink.customer;

/**
 * The number a customer is known by, the Customer ID of the city's bills.
 *
 * @param value as the ledger has it
 */
public record CustomerNumber(String value) {

	@Override
	public String toString() {
		return this.value;
	}

}
