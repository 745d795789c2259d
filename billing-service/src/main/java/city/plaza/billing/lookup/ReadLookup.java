package city.plaza.billing.lookup;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Reads a bill again that was found a short time ago, as it is now. */
@Component
class ReadLookup {

	private final Lookups lookups;

	private final PrintedBills bills;

	ReadLookup(Lookups lookups, PrintedBills bills) {
		this.lookups = lookups;
		this.bills = bills;
	}

	/**
	 * Reads it.
	 * @return empty where the id is unknown, or too old
	 */
	Mono<BillLookup> read(LookupId id) {
		return Mono.defer(() -> this.lookups.find(id))
			.flatMap((grant) -> this.bills.find(List.of(grant.customer().value()), List.of(grant.bill().value()))
				.map((printed) -> new BillLookup(id.value(), grant.expiresAt(), printed.bill())));
	}

}
