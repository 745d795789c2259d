package city.plaza.billing.customer;

import java.time.Instant;
import java.util.List;

import city.plaza.platform.events.outbox.NewEvent;

/** The whole state of a customer, for services that keep a copy. */
record CustomerChanged(CustomerNumber customerNumber, List<AccountNumber> accountNumbers, String name, Address address,
		String location, long version, Instant changedAt) {

	static final String TYPE = "CustomerChanged";

	static final String TOPIC = "billing.customers";

	static CustomerChanged of(Customer customer, long version, Instant at) {
		return new CustomerChanged(customer.number(), customer.accountNumbers(), customer.name(), customer.address(),
				customer.location(), version, at);
	}

	/** In bulk: customers change by the file, and no resident waits. */
	NewEvent event() {
		return new NewEvent(TOPIC, this.customerNumber.value(), TYPE, this).inBulk();
	}

}
