package city.plaza.accountlink.customer;

import java.util.List;

/**
 * What this service reads of a customer's new state.
 *
 * @param customerNumber the Customer ID
 * @param accountNumbers all of them, not only new ones
 * @param name on file
 * @param location where the service is given
 * @param version rises with every change
 */
record CustomerChanged(String customerNumber, List<String> accountNumbers, String name, String location, long version) {

	static final String TYPE = "CustomerChanged";

}
