package city.plaza.accountlink.customer;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Looks a customer up and keeps it from changing until the transaction ends: a customer
 * that becomes known and what waits for it never miss each other.
 */
@Component
public class HoldCustomer {

	private final Customers customers;

	HoldCustomer(Customers customers) {
		this.customers = customers;
	}

	/**
	 * Looks a customer up by the Customer ID, exactly as the ledger has it.
	 * @param number no account number
	 * @return the customer; empty if it is not known yet
	 */
	public Mono<Customer> hold(CustomerNumber number) {
		return this.customers.lock(number).then(Mono.defer(() -> this.customers.find(number)));
	}

}
