package city.plaza.accountlink.link;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import city.plaza.accountlink.attempt.FailedTries;
import city.plaza.accountlink.attempt.TryKeys;
import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.FindCustomer;
import city.plaza.accountlink.customer.FindCustomer.Finding;
import city.plaza.accountlink.customer.NameOnFile;
import city.plaza.accountlink.customer.NumberTyped;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives a resident access to the customer account whose number and name they know. Wrong
 * tries are counted before anything is answered, so that guessing does not pay.
 */
@Component
class LinkCustomer {

	private final FindCustomer findCustomer;

	private final FailedTries failedTries;

	private final Links links;

	private final LinkEvents events;

	private final Transactions transactions;

	private final Clock clock;

	LinkCustomer(FindCustomer findCustomer, FailedTries failedTries, Links links, LinkEvents events,
			Transactions transactions, Clock clock) {
		this.findCustomer = findCustomer;
		this.failedTries = failedTries;
		this.links = links;
		this.events = events;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Tries to link.
	 * @param resident who asks
	 * @param number a customer number or an account number
	 * @param name of the customer
	 * @return what became of it
	 */
	Mono<LinkOutcome> link(UUID resident, NumberTyped number, NameOnFile name) {
		return this.transactions.inOne(this.findCustomer.find(number, name)
			.flatMap((finding) -> unlessTriedTooOften(resident, keys(resident, number, name, finding), finding)));
	}

	/**
	 * Counted per customer, not per spelling: a customer's account numbers buy no further
	 * tries.
	 */
	private static TryKeys keys(UUID resident, NumberTyped number, NameOnFile name, Finding finding) {
		return TryKeys.of(resident, finding.meant().map(Customer::number).orElse(number.compact()), name.key());
	}

	private Mono<LinkOutcome> unlessTriedTooOften(UUID resident, TryKeys keys, Finding finding) {
		return this.failedTries.hold(keys)
			.flatMap((wait) -> wait.<Mono<LinkOutcome>>map((time) -> Mono.just(new LinkOutcome.TooManyTries(time)))
				.orElseGet(() -> decide(resident, keys, finding)));
	}

	private Mono<LinkOutcome> decide(UUID resident, TryKeys keys, Finding finding) {
		return finding.proven()
			.map((customer) -> add(resident, customer))
			.orElseGet(() -> this.failedTries.add(keys).thenReturn(new LinkOutcome.NoSuchAccount()));
	}

	private Mono<LinkOutcome> add(UUID resident, Customer customer) {
		CustomerLink link = new CustomerLink(UUID.randomUUID(), resident, customer,
				this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
		return this.links.add(link)
			.flatMap((isNew) -> isNew ? this.events.linked(link).thenReturn(new LinkOutcome.Linked(link))
					: Mono.just(new LinkOutcome.AlreadyLinked()));
	}

}
