package city.plaza.billing.payment;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Starts a web payment: reserves its bills, opens the provider's checkout, then responds
 * with its page. Each step may be cut off; the same key continues where it stopped.
 */
@Component
class StartPayment {

	/** Whether the resident can go on to pay; {@link PaymentRefusal} where not. */
	sealed interface Outcome permits Outcome.Started, Outcome.Replayed, PaymentRefusal {

		/** The payment has a page to pay on, or was paid before. */
		record Started(StartedPayment payment) implements Outcome {
		}

		/** As it was responded before; it may have been paid or have ended since. */
		record Replayed(StartedPayment payment) implements Outcome {
		}

	}

	private static final Logger log = LoggerFactory.getLogger(StartPayment.class);

	private final ReservePayment reservePayment;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final CloseLateCheckout closeLateCheckout;

	private final PaymentRequests requests;

	private final Transactions transactions;

	StartPayment(ReservePayment reservePayment, Checkouts checkouts, ConcludeCheckout concludeCheckout,
			CloseLateCheckout closeLateCheckout, PaymentRequests requests, Transactions transactions) {
		this.reservePayment = reservePayment;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.closeLateCheckout = closeLateCheckout;
		this.requests = requests;
		this.transactions = transactions;
	}

	/**
	 * Starts a payment, or continues the one this key started.
	 * @param resident who pays
	 * @param key the same for every try of the same request
	 * @return the payment with the page to go to, or a refusal
	 */
	Mono<Outcome> start(ResidentId resident, String key, PaymentOrder order) {
		return this.reservePayment.reserve(resident, key, order).flatMap((outcome) -> switch (outcome) {
			case PaymentRefusal refusal -> Mono.just(refusal);
			case ReservePayment.Outcome.Answered before -> Mono.just(new Outcome.Replayed(before.response()));
			case ReservePayment.Outcome.Reserved now -> open(now.payment(), key);
		});
	}

	private Mono<Outcome> open(Payment payment, String key) {
		Mono<Outcome> outcome = (payment.state() == PaymentState.CREATED)
				? this.checkouts.open(payment).flatMap((status) -> opened(payment, key, status))
				: respond(payment, key);
		return outcome.onErrorResume(ProviderSilentException.class,
				(silent) -> RequestLog
					.write(() -> log.warn("Payment {} waits without a checkout: {}", payment.id(), silent.getMessage()))
					.thenReturn(new PaymentRefusal.ProviderUnavailable()));
	}

	/** Nearly always nothing has happened to the payment since it was reserved. */
	private Mono<Outcome> opened(Payment payment, String key, CheckoutStatus status) {
		return redirected(payment, key, status).switchIfEmpty(Mono.defer(() -> concluded(payment, key, status)));
	}

	private Mono<Outcome> redirected(Payment payment, String key, CheckoutStatus status) {
		return (status instanceof CheckoutStatus.Open open)
				? Mono.justOrEmpty(this.concludeCheckout.redirected(payment, open))
					.flatMap((change) -> this.requests.redirect(change, key))
					.map(Outcome.Started::new)
				: Mono.empty();
	}

	/** State and response are kept together; a late checkout is closed after that. */
	private Mono<Outcome> concluded(Payment payment, String key, CheckoutStatus status) {
		return this.transactions
			.inOne(this.concludeCheckout.conclude(payment.id(), status).zipWhen((current) -> respond(current, key)))
			.flatMap((kept) -> this.closeLateCheckout.closeIfLate(kept.getT1(), status).thenReturn(kept.getT2()));
	}

	/** A payment that ended before its page was seen leads nowhere: a new one does. */
	private Mono<Outcome> respond(Payment payment, String key) {
		return payment.state().isFailed() ? Mono.just(new PaymentRefusal.PaymentEnded())
				: this.requests.keep(payment.residentId(), key, StartedPayment.of(payment)).map(Outcome.Started::new);
	}

}
