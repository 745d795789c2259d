package city.plaza.accountlink.customer;

import java.util.List;

import reactor.core.publisher.Mono;

/** Is notified, in the same transaction, that customers are known. */
@FunctionalInterface
public interface CustomerListener {

	/**
	 * The customers are known from now on.
	 * @param customers new or changed, in the order of their numbers
	 * @return completes when all that waited for it is written
	 */
	Mono<Void> known(List<Customer> customers);

}
