package city.plaza.billing.customer;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.outbox.Outbox;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Publishes the state of customers once more, for a reader that lost its copy or never
 * had one. Versions stay, so a reader that knows a state passes over it.
 */
@Component
public class RepublishCustomers {

	private static final int BATCH = 500;

	private final Customers customers;

	private final Outbox outbox;

	private final Transactions transactions;

	RepublishCustomers(Customers customers, Outbox outbox, Transactions transactions) {
		this.customers = customers;
		this.outbox = outbox;
		this.transactions = transactions;
	}

	/**
	 * Publishes customers in the order of their numbers, in batches that each commit.
	 * @param after the customer number to begin behind; empty to begin at the first
	 * @param most how many at most, at least 1
	 * @return how far it came
	 */
	public Mono<Progress> republish(String after, int most) {
		return batch(new Progress(0, after, false), most)
			.expand((progress) -> (progress.isComplete() || progress.published() >= most) ? Mono.empty()
					: batch(progress, most))
			.last();
	}

	private Mono<Progress> batch(Progress before, int most) {
		int size = Math.min(BATCH, most - before.published());
		return this.transactions.inOne(this.customers.lockAfter(before.last(), size)
			.flatMap((states) -> this.outbox.append(states.stream().map(CustomerChanged::event).toList())
				.then(Mono.fromSupplier(() -> before.plus(states.size(),
						states.isEmpty() ? before.last() : states.getLast().customerNumber().value(),
						states.size() < size)))));
	}

	/**
	 * How far publishing came.
	 *
	 * @param published customers so far
	 * @param last the number of the last of them
	 * @param isComplete whether none is left behind it
	 */
	public record Progress(int published, String last, boolean isComplete) {

		Progress plus(int more, String upTo, boolean isComplete) {
			return new Progress(this.published + more, upTo, isComplete);
		}

	}

}
