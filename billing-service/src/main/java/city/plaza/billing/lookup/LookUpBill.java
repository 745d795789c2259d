package city.plaza.billing.lookup;

import java.util.List;

import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Shows a bill to whoever knows the customer number and the bill number printed on it.
 * Wrong tries are counted before the response is sent, so that guessing does not pay; a
 * try that is refused is not checked, however right it is. What a resident sees signed in
 * is no part of this: strangers who guess take nothing from them.
 */
@Component
class LookUpBill {

	private final TryKeys tryKeys;

	private final FailedLookups failed;

	private final PrintedBills bills;

	private final Lookups lookups;

	private final Transactions transactions;

	LookUpBill(TryKeys tryKeys, FailedLookups failed, PrintedBills bills, Lookups lookups, Transactions transactions) {
		this.tryKeys = tryKeys;
		this.failed = failed;
		this.bills = bills;
		this.lookups = lookups;
		this.transactions = transactions;
	}

	Mono<LookupOutcome> lookUp(LookupRequest request) {
		List<TryKey> keys = this.tryKeys.of(request);
		return this.transactions
			.inOne(Mono.defer(() -> this.failed.hold(keys)
				.flatMap((pause) -> pause
					.<Mono<LookupOutcome>>map((wait) -> Mono.just(new LookupOutcome.TooManyTries(wait)))
					.orElseGet(() -> check(request, keys)))));
	}

	private Mono<LookupOutcome> check(LookupRequest request, List<TryKey> keys) {
		return this.bills.find(request.customer().spellings(), request.bill().spellings())
			.flatMap(this.lookups::add)
			.<LookupOutcome>map(LookupOutcome.Found::new)
			.switchIfEmpty(Mono.defer(() -> this.failed.add(keys).thenReturn(new LookupOutcome.NoSuchBill())));
	}

}
