package city.plaza.billing.customer;

import java.util.List;

/**
 * A customer as the city's ledger has it.
 *
 * @param number the Customer ID
 * @param accountNumbers in order, each once
 * @param name on file, as printed on the bill
 * @param address where bills go
 * @param location where the service is given
 */
public record Customer(CustomerNumber number, List<AccountNumber> accountNumbers, String name, Address address,
		String location) {

	public Customer {
		accountNumbers = accountNumbers.stream().sorted().distinct().toList();
	}

}
