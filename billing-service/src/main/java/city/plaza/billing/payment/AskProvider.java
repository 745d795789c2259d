package city.plaza.billing.payment;

import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Asks the provider for the status of a payment and applies it. */
@Component
class AskProvider {

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final CloseLateCheckout closeLateCheckout;

	AskProvider(Checkouts checkouts, ConcludeCheckout concludeCheckout, CloseLateCheckout closeLateCheckout) {
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.closeLateCheckout = closeLateCheckout;
	}

	/**
	 * Asks.
	 * @param payment in any state
	 * @return the payment after that
	 * @throws ProviderSilentException (as an error signal) if the provider gave no
	 * answer: nothing has changed then
	 */
	Mono<Payment> about(Payment payment) {
		return this.checkouts.query(payment)
			.flatMap((status) -> ConcludeCheckout.isKnown(payment, status) ? Mono.just(payment)
					: this.concludeCheckout.conclude(payment.id(), status)
						.flatMap((current) -> this.closeLateCheckout.closeIfLate(current, status)));
	}

}
