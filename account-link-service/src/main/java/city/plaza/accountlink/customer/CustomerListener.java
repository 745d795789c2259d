package city.plaza.accountlink.customer;

import reactor.core.publisher.Mono;

/** Is notified, in the same transaction, that a customer is known. */
@FunctionalInterface
public interface CustomerListener {

	/**
	 * The customer is known from now on.
	 * @param customer new or changed
	 * @return completes when all that waited for it is written
	 */
	Mono<Void> known(Customer customer);

}
