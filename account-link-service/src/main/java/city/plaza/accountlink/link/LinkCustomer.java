package city.plaza.accountlink.link;

import city.plaza.accountlink.attempt.FailedTries;
import city.plaza.accountlink.attempt.Standing;
import city.plaza.accountlink.attempt.TryKeys;
import city.plaza.accountlink.customer.Customer;
import city.plaza.accountlink.customer.CustomerNumber;
import city.plaza.accountlink.customer.FindCustomer;
import city.plaza.accountlink.customer.FindCustomer.Finding;
import city.plaza.accountlink.proof.BillProofs;
import city.plaza.accountlink.proof.BillTyped;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Gives a resident access to the customer account whose number and name they know. Wrong
 * tries are counted before the response is sent, so that guessing does not pay. Where
 * others have guessed too often, a bill is asked for too: that keeps guessers out and
 * lets the right resident in.
 */
@Component
class LinkCustomer {

	/** Looked up where no customer is meant, so that this takes no less work. */
	private static final CustomerNumber NONE = new CustomerNumber("");

	private final FindCustomer findCustomer;

	private final BillProofs billProofs;

	private final FailedTries failedTries;

	private final AddLink addLink;

	private final Transactions transactions;

	LinkCustomer(FindCustomer findCustomer, BillProofs billProofs, FailedTries failedTries, AddLink addLink,
			Transactions transactions) {
		this.findCustomer = findCustomer;
		this.billProofs = billProofs;
		this.failedTries = failedTries;
		this.addLink = addLink;
		this.transactions = transactions;
	}

	/**
	 * Tries to link.
	 * @param request what was typed, by whom
	 * @return the outcome
	 */
	Mono<LinkOutcome> link(LinkRequest request) {
		return this.transactions.inOne(this.findCustomer.find(request.number(), request.name()).flatMap((finding) -> {
			TryKeys keys = keys(request, finding);
			return this.failedTries.hold(keys).flatMap((standing) -> decide(request, keys, finding, standing));
		}));
	}

	/**
	 * Counted per customer, not per spelling: a customer's account numbers buy no further
	 * tries.
	 */
	private static TryKeys keys(LinkRequest request, Finding finding) {
		String account = finding.meant()
			.map((customer) -> customer.number().value())
			.orElse(request.number().compact());
		return TryKeys.of(request.resident(), request.client(), account, request.name().key());
	}

	private Mono<LinkOutcome> decide(LinkRequest request, TryKeys keys, Finding finding, Standing standing) {
		return switch (standing) {
			case Standing.Closed closed -> Mono.just(new LinkOutcome.TooManyTries(closed.retryAfter()));
			case Standing.Open open -> byName(request, keys, finding);
			case Standing.ProofNeeded needed -> request.bill()
				.map((bill) -> byBill(request, bill, keys, finding))
				.orElseGet(() -> Mono.just(new LinkOutcome.FurtherProofRequired()));
		};
	}

	private Mono<LinkOutcome> byName(LinkRequest request, TryKeys keys, Finding finding) {
		return finding.proven()
			.map((customer) -> this.addLink.add(request.resident(), customer))
			.orElseGet(() -> this.failedTries.add(keys).thenReturn(new LinkOutcome.NoSuchAccount()));
	}

	private Mono<LinkOutcome> byBill(LinkRequest request, BillTyped bill, TryKeys keys, Finding finding) {
		return this.failedTries.holdProof(keys)
			.flatMap((standing) -> (standing instanceof Standing.Closed closed)
					? Mono.just(new LinkOutcome.TooManyTries(closed.retryAfter()))
					: compareBill(request, bill, keys, finding));
	}

	private Mono<LinkOutcome> compareBill(LinkRequest request, BillTyped bill, TryKeys keys, Finding finding) {
		CustomerNumber account = finding.proven().map(Customer::number).orElse(NONE);
		return this.billProofs.has(account, bill)
			.flatMap((isRight) -> finding.proven()
				.filter((customer) -> isRight)
				.map((customer) -> this.addLink.add(request.resident(), customer))
				.orElseGet(() -> this.failedTries.addProof(keys).thenReturn(new LinkOutcome.ProofRefused())));
	}

}
