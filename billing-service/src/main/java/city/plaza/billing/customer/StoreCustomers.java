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
import city.plaza.platform.events.outbox.NewEvent;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Stores customers as the city's ledger has them and publishes each that changed. */
@Component
public class StoreCustomers {

	/** What was done with a customer. */
	public sealed interface Outcome {

		/** It is new or not as it was; its new state is published. */
		record Changed() implements Outcome {
		}

		/** It is as it was. */
		record Unchanged() implements Outcome {
		}

		/**
		 * Refused: one of its account numbers is another customer's.
		 *
		 * @param accountNumber the first such number
		 */
		record AccountNumberTaken(AccountNumber accountNumber) implements Outcome {
		}

	}

	private final Customers customers;

	private final Outbox outbox;

	private final Clock clock;

	StoreCustomers(Customers customers, Outbox outbox, Clock clock) {
		this.customers = customers;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Stores customers; must run in a transaction.
	 * @param imported no number twice
	 * @param released given account numbers of other customers, with those, finds the
	 * ones that these customers give up: they move
	 * @return what was done with each
	 */
	public Mono<Map<CustomerNumber, Outcome>> store(List<Customer> imported,
			Function<Map<AccountNumber, CustomerNumber>, Mono<Set<AccountNumber>>> released) {
		List<CustomerNumber> numbers = imported.stream().map(Customer::number).toList();
		List<AccountNumber> accounts = imported.stream()
			.flatMap((customer) -> customer.accountNumbers().stream())
			.toList();
		return this.customers.lock(numbers)
			.flatMap(
					(known) -> this.customers.owners(accounts)
						.flatMap((owners) -> moving(imported, owners, released).flatMap((moving) -> this.customers
							.lock(losers(moving, numbers))
							.flatMap((losers) -> store(imported, known, new AccountNumbers(owners, moving), losers)))));
	}

	/**
	 * Account numbers that are another customer's who gives them up, with that customer.
	 */
	private static Mono<Map<AccountNumber, CustomerNumber>> moving(List<Customer> imported,
			Map<AccountNumber, CustomerNumber> owners,
			Function<Map<AccountNumber, CustomerNumber>, Mono<Set<AccountNumber>>> released) {
		Map<AccountNumber, CustomerNumber> contested = new HashMap<>();
		for (Customer customer : imported) {
			for (AccountNumber account : customer.accountNumbers()) {
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
	private static List<CustomerNumber> losers(Map<AccountNumber, CustomerNumber> moving,
			List<CustomerNumber> imported) {
		return moving.values().stream().distinct().filter((loser) -> !imported.contains(loser)).toList();
	}

	private Mono<Map<CustomerNumber, Outcome>> store(List<Customer> imported, Map<CustomerNumber, KnownCustomer> known,
			AccountNumbers accounts, Map<CustomerNumber, KnownCustomer> losers) {
		Map<CustomerNumber, Outcome> outcomes = new LinkedHashMap<>();
		List<KnownCustomer> changed = new ArrayList<>();
		for (Customer customer : imported) {
			KnownCustomer before = known.get(customer.number());
			Optional<AccountNumber> clash = accounts.clash(customer);
			if (clash.isPresent()) {
				outcomes.put(customer.number(), new Outcome.AccountNumberTaken(clash.get()));
			}
			else if (before != null && before.customer().equals(customer)) {
				outcomes.put(customer.number(), new Outcome.Unchanged());
			}
			else {
				accounts.claim(customer);
				changed.add(new KnownCustomer(customer, (before != null) ? before.version() + 1 : 1));
				outcomes.put(customer.number(), new Outcome.Changed());
			}
		}
		// Those that come in another step, and those whose own row is refused.
		Stream.concat(losers.values().stream(), known.values().stream())
			.filter((loser) -> !(outcomes.get(loser.customer().number()) instanceof Outcome.Changed))
			.forEach((loser) -> accounts.left(loser.customer())
				.ifPresent((left) -> changed.add(new KnownCustomer(left, loser.version() + 1))));
		return changed.isEmpty() ? Mono.just(outcomes) : write(changed).thenReturn(outcomes);
	}

	private Mono<Void> write(Collection<KnownCustomer> changed) {
		Instant now = this.clock.instant();
		return this.customers.store(List.copyOf(changed), now)
			.then(Mono
				.defer(() -> this.outbox.append(changed.stream().map((customer) -> event(customer, now)).toList())));
	}

	private static NewEvent event(KnownCustomer changed, Instant at) {
		return CustomerChanged.of(changed.customer(), changed.version(), at).event();
	}

}
