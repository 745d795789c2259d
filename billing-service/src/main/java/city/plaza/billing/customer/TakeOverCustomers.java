package city.plaza.billing.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import city.plaza.billing.customer.Customers.KnownCustomer;
import city.plaza.billing.customer.TakenCustomer.AccountNumberTaken;
import city.plaza.billing.customer.TakenCustomer.Changed;
import city.plaza.billing.customer.TakenCustomer.Unchanged;
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
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
	 * Imports customers; must run in a transaction.
	 * @param brought no number twice
	 * @param released given account numbers of other customers, with those, finds the
	 * ones that these customers give up: they move
	 * @return what became of each
	 */
	public Mono<Map<CustomerNumber, TakenCustomer>> take(List<Customer> brought,
			Function<Map<String, CustomerNumber>, Mono<Set<String>>> released) {
		List<CustomerNumber> numbers = brought.stream().map(Customer::number).toList();
		List<String> accounts = brought.stream().flatMap((customer) -> customer.accountNumbers().stream()).toList();
		return this.customers.lock(numbers)
			.flatMap(
					(known) -> this.customers.owners(accounts)
						.flatMap((owners) -> moving(brought, owners, released).flatMap((moving) -> this.customers
							.lock(losers(moving, numbers))
							.flatMap((losers) -> take(brought, known, new AccountNumbers(owners, moving), losers)))));
	}

	/**
	 * Account numbers that are another customer's who gives them up, with that customer.
	 */
	private static Mono<Map<String, CustomerNumber>> moving(List<Customer> brought, Map<String, CustomerNumber> owners,
			Function<Map<String, CustomerNumber>, Mono<Set<String>>> released) {
		Map<String, CustomerNumber> contested = new HashMap<>();
		for (Customer customer : brought) {
			for (String account : customer.accountNumbers()) {
				CustomerNumber owner = owners.get(account);
				if (owner != null && !owner.equals(customer.number())) {
					contested.put(account, owner);
				}
			}
		}
		return contested.isEmpty() ? Mono.just(contested) : released.apply(contested).map((free) -> {
			contested.keySet().retainAll(free);
			return contested;
		});
	}

	/** Customers that lose an account number and whose own row comes in another step. */
	private static List<CustomerNumber> losers(Map<String, CustomerNumber> moving, List<CustomerNumber> brought) {
		return moving.values().stream().distinct().filter((loser) -> !brought.contains(loser)).toList();
	}

	private Mono<Map<CustomerNumber, TakenCustomer>> take(List<Customer> brought,
			Map<CustomerNumber, KnownCustomer> known, AccountNumbers accounts,
			Map<CustomerNumber, KnownCustomer> losers) {
		Map<CustomerNumber, TakenCustomer> taken = new LinkedHashMap<>();
		List<KnownCustomer> changed = new ArrayList<>();
		for (Customer customer : brought) {
			KnownCustomer before = known.get(customer.number());
			Optional<String> clash = accounts.clash(customer);
			if (clash.isPresent()) {
				taken.put(customer.number(), new AccountNumberTaken(clash.get()));
			}
			else if (before != null && before.customer().equals(customer)) {
				taken.put(customer.number(), new Unchanged());
			}
			else {
				accounts.claim(customer);
				changed.add(new KnownCustomer(customer, (before != null) ? before.version() + 1 : 1));
				taken.put(customer.number(), new Changed());
			}
		}
		// Those that come in another step, and those whose own row is refused.
		Stream.concat(losers.values().stream(), known.values().stream())
			.filter((loser) -> !(taken.get(loser.customer().number()) instanceof Changed))
			.forEach((loser) -> accounts.left(loser.customer())
				.ifPresent((left) -> changed.add(new KnownCustomer(left, loser.version() + 1))));
		return changed.isEmpty() ? Mono.just(taken) : store(changed).thenReturn(taken);
	}

	private Mono<Void> store(Collection<KnownCustomer> changed) {
		Instant now = this.clock.instant();
		return this.customers.store(List.copyOf(changed), now)
			.thenMany(Flux.fromIterable(changed).concatMap((customer) -> tell(customer, now)))
			.then();
	}

	private Mono<Void> tell(KnownCustomer changed, Instant at) {
		return this.outbox.append(new NewEvent(CustomerChanged.TOPIC, changed.customer().number().value(),
				CustomerChanged.TYPE, CustomerChanged.of(changed.customer(), changed.version(), at))
			.inBulk());
	}

}
