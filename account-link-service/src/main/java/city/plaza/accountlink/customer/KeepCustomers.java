package city.plaza.accountlink.customer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Follows the ledger: the newest state of a customer replaces the one known, and what
 * waits for the customer is notified.
 */
@Component
class KeepCustomers {

	private final Customers customers;

	private final List<CustomerListener> listeners;

	KeepCustomers(Customers customers, List<CustomerListener> listeners) {
		this.customers = customers;
		this.listeners = listeners;
	}

	/** Of several states of a customer the newest counts. */
	Mono<Void> keep(List<Event<CustomerChanged>> events) {
		Map<String, CustomerChanged> newest = new TreeMap<>();
		events.forEach((event) -> newest.merge(event.data().customerNumber(), event.data(), KeepCustomers::newer));
		return this.customers.lockAll(newest.keySet().stream().map(CustomerNumber::new).toList())
			.then(Mono.defer(() -> this.customers.keep(newest.values())))
			.flatMap((kept) -> kept.isEmpty() ? Mono.empty()
					: known(newest.values()
						.stream()
						.filter((state) -> kept.contains(state.customerNumber()))
						.map(KeepCustomers::customer)
						.toList()));
	}

	private static CustomerChanged newer(CustomerChanged one, CustomerChanged other) {
		return (other.version() > one.version()) ? other : one;
	}

	private static Customer customer(CustomerChanged state) {
		return new Customer(new CustomerNumber(state.customerNumber()), state.name(), state.location());
	}

	private Mono<Void> known(List<Customer> customers) {
		return Flux.fromIterable(this.listeners).concatMap((listener) -> listener.known(customers)).then();
	}

}
