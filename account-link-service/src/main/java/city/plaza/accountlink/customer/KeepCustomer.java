package city.plaza.accountlink.customer;

import java.util.List;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Follows the ledger: the newest state of a customer replaces the one known, and what
 * waits for the customer is notified.
 */
@Component
class KeepCustomer {

	private final Customers customers;

	private final List<CustomerListener> listeners;

	KeepCustomer(Customers customers, List<CustomerListener> listeners) {
		this.customers = customers;
		this.listeners = listeners;
	}

	Mono<Void> keep(Event<CustomerChanged> event) {
		CustomerChanged state = event.data();
		CustomerNumber number = new CustomerNumber(state.customerNumber());
		return this.customers.lock(number)
			.then(Mono.defer(() -> this.customers.keep(state)))
			.flatMap((isNewer) -> isNewer ? replace(new Customer(number, state.name(), state.location()), state)
					: Mono.empty());
	}

	private Mono<Void> replace(Customer customer, CustomerChanged state) {
		return this.customers.replaceNumbers(state)
			.thenMany(Flux.fromIterable(this.listeners))
			.concatMap((listener) -> listener.known(customer))
			.then();
	}

}
