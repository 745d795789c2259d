package city.plaza.billing.ledger;

import java.util.Collection;
import java.util.Set;

import reactor.core.publisher.Mono;

/** Which bills a resident is about to pay: those must not change meanwhile. */
public interface Reservations {

	/**
	 * Looks for reservations of locked bills.
	 * @return those of them that a resident is about to pay
	 */
	Mono<Set<BillNumber>> among(Collection<BillNumber> bills);

}
