package city.plaza.accountlink.link;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.CustomerListener;
import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.customer.HoldCustomer;
import city.plaza.accountlink.legacy.LegacyClaims;
import city.plaza.accountlink.resident.DeletedResidents;
import city.plaza.platform.events.Event;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Links what a resident had linked in the portal before: at once where the customer is
 * known, else when it becomes known. The city vouches for these links, so no name is
 * compared and no try counted. Each comes back once, whatever became of it since.
 */
@Component
class LinkReclaimed implements CustomerListener {

	private final DeletedResidents deletedResidents;

	private final HoldCustomer holdCustomer;

	private final LegacyClaims claims;

	private final AddLink addLink;

	LinkReclaimed(DeletedResidents deletedResidents, HoldCustomer holdCustomer, LegacyClaims claims, AddLink addLink) {
		this.deletedResidents = deletedResidents;
		this.holdCustomer = holdCustomer;
		this.claims = claims;
		this.addLink = addLink;
	}

	/** Runs in the transaction of the event. */
	Mono<Void> reclaimed(Event<LegacyResidentReclaimed> event) {
		LegacyResidentReclaimed reclaimed = event.data();
		return this.deletedResidents.hold(reclaimed.residentId())
			.flatMap((isDeleted) -> isDeleted ? Mono.empty() : claimAll(reclaimed));
	}

	/** In one order for all residents, so that no two wait for each other. */
	private Mono<Void> claimAll(LegacyResidentReclaimed reclaimed) {
		return Flux.fromStream(() -> reclaimed.customerNumbers().stream().distinct().sorted())
			.map(CustomerNumber::new)
			.concatMap((number) -> claim(reclaimed, number))
			.then();
	}

	private Mono<Void> claim(LegacyResidentReclaimed reclaimed, CustomerNumber number) {
		return this.claims.add(reclaimed.residentId(), number, reclaimed.reclaimedAt())
			.then(Mono.defer(() -> this.holdCustomer.hold(number)))
			.flatMap((customer) -> known(List.of(customer)));
	}

	@Override
	public Mono<Void> known(List<Customer> customers) {
		Map<CustomerNumber, Customer> byNumber = customers.stream()
			.collect(Collectors.toMap(Customer::number, Function.identity()));
		return this.claims.settle(byNumber.keySet())
			.flatMapMany(Flux::fromIterable)
			.concatMap((claim) -> this.addLink.add(claim.resident(),
					Objects.requireNonNull(byNumber.get(claim.customer()))))
			.then();
	}

}
