package city.plaza.billing.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.billing.customer.Customers.KnownCustomer;
import city.plaza.billing.customer.TakenCustomer.AccountNumberTaken;
import city.plaza.billing.customer.TakenCustomer.Changed;
import city.plaza.billing.customer.TakenCustomer.Unchanged;
import city.plaza.platform.events.NewEvent;
import city.plaza.platform.events.Outbox;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Takes customers over from the city's ledger and tells of each that changed. */
@Component
public class TakeOverCustomers {

	private final Customers customers;

	private final Outbox outbox;

	private final Clock clock;

	TakeOverCustomers(Customers customers, Outbox outbox, Clock clock) {
		this.customers = customers;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Takes customers over; must run in a transaction.
	 * @param brought no number twice
	 * @return what became of each
	 */
	public Mono<Map<CustomerNumber, TakenCustomer>> take(List<Customer> brought) {
		List<CustomerNumber> numbers = brought.stream().map(Customer::number).toList();
		List<String> accounts = brought.stream().flatMap((customer) -> customer.accountNumbers().stream()).toList();
		return this.customers.lock(numbers)
			.flatMap((known) -> this.customers.owners(accounts).flatMap((owners) -> take(brought, known, owners)));
	}

	private Mono<Map<CustomerNumber, TakenCustomer>> take(List<Customer> brought,
			Map<CustomerNumber, KnownCustomer> known, Map<String, CustomerNumber> owners) {
		Map<CustomerNumber, TakenCustomer> taken = new LinkedHashMap<>();
		List<KnownCustomer> changed = new ArrayList<>();
		Map<String, CustomerNumber> claims = new HashMap<>(owners);
		for (Customer customer : brought) {
			KnownCustomer before = known.get(customer.number());
			Optional<String> clash = clash(customer, claims);
			if (clash.isPresent()) {
				taken.put(customer.number(), new AccountNumberTaken(clash.get()));
			}
			else if (before != null && before.customer().equals(customer)) {
				taken.put(customer.number(), new Unchanged());
			}
			else {
				customer.accountNumbers().forEach((account) -> claims.put(account, customer.number()));
				changed.add(new KnownCustomer(customer, (before != null) ? before.version() + 1 : 1));
				taken.put(customer.number(), new Changed());
			}
		}
		return changed.isEmpty() ? Mono.just(taken) : store(changed).thenReturn(taken);
	}

	private static Optional<String> clash(Customer customer, Map<String, CustomerNumber> claims) {
		return customer.accountNumbers()
			.stream()
			.filter((account) -> !customer.number().equals(claims.getOrDefault(account, customer.number())))
			.findFirst();
	}

	private Mono<Void> store(Collection<KnownCustomer> changed) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		return this.customers.store(List.copyOf(changed), now)
			.thenMany(Flux.fromIterable(changed).concatMap((customer) -> tell(customer, now)))
			.then();
	}

	private Mono<Void> tell(KnownCustomer changed, Instant at) {
		return this.outbox.append(new NewEvent(CustomerChanged.TOPIC, changed.customer().number().value(),
				"CustomerChanged", CustomerChanged.of(changed.customer(), changed.version(), at))
			.inBulk());
	}

}
