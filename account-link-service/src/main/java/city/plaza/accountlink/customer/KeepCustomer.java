package city.plaza.accountlink.customer;

import city.plaza.platform.events.Event;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Follows the ledger: the newest state of a customer replaces the one known. */
@Component
class KeepCustomer {

	private final Customers customers;

	KeepCustomer(Customers customers) {
		this.customers = customers;
	}

	Mono<Void> keep(Event<CustomerChanged> event) {
		CustomerChanged state = event.data();
		return this.customers.keep(state)
			.flatMap((isNewer) -> isNewer ? this.customers.replaceNumbers(state) : Mono.empty());
	}

}
