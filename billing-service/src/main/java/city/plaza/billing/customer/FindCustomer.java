package city.plaza.billing.customer;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Finds a customer for any caller: who may see it is decided before. */
@Component
public class FindCustomer {

	private final Customers customers;

	FindCustomer(Customers customers) {
		this.customers = customers;
	}

	/**
	 * Finds one.
	 * @return the customer; empty where there is none of this number
	 */
	public Mono<Customer> find(CustomerNumber number) {
		return this.customers.find(number);
	}

}
