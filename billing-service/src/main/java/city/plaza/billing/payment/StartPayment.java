package city.plaza.billing.payment;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Starts a web payment: reserves its bills, opens the provider's checkout, then answers
 * with its page. Each step may be cut off; the same key takes up where it stopped.
 */
@Component
class StartPayment {

	private static final Logger log = LoggerFactory.getLogger(StartPayment.class);

	private final ReservePayment reservePayment;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final CloseLateCheckout closeLateCheckout;

	private final PaymentRequests requests;

	StartPayment(ReservePayment reservePayment, Checkouts checkouts, ConcludeCheckout concludeCheckout,
			CloseLateCheckout closeLateCheckout, PaymentRequests requests) {
		this.reservePayment = reservePayment;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.closeLateCheckout = closeLateCheckout;
		this.requests = requests;
	}

	/**
	 * Starts a payment, or goes on with the one this key started.
	 * @param resident who pays
	 * @param key the same for every try of the same request
	 * @param order what to pay
	 * @return the payment with the page to go to, or a refusal
	 */
	Mono<StartResult> start(UUID resident, String key, PaymentOrder order) {
		return this.reservePayment.reserve(resident, key, order).flatMap((reservation) -> switch (reservation) {
			case ReservePayment.Reservation.Refused no -> Mono.just(new StartResult.Refused(no.refusal()));
			case ReservePayment.Reservation.Answered before -> Mono.just(new StartResult.Started(before.answer()));
			case ReservePayment.Reservation.Reserved now -> open(now.payment(), key);
		});
	}

	private Mono<StartResult> open(Payment payment, String key) {
		return opened(payment).flatMap((current) -> answer(current, key))
			.onErrorResume(ProviderSilentException.class, (silent) -> {
				log.warn("Payment {} waits without a checkout: {}", payment.id(), silent.getMessage());
				return Mono.just(new StartResult.Refused(new PaymentRefusal.ProviderUnavailable()));
			});
	}

	private Mono<Payment> opened(Payment payment) {
		return (payment.state() != PaymentState.CREATED) ? Mono.just(payment)
				: this.checkouts.open(payment)
					.flatMap((status) -> this.concludeCheckout.conclude(payment.id(), status)
						.flatMap((current) -> this.closeLateCheckout.closeIfLate(current, status)));
	}

	/** A payment that ended before its page was seen leads nowhere: a new one does. */
	private Mono<StartResult> answer(Payment payment, String key) {
		return payment.state().isFailed() ? Mono.just(new StartResult.Refused(new PaymentRefusal.PaymentEnded()))
				: this.requests.keep(payment.residentId(), key, StartedPayment.of(payment))
					.map(StartResult.Started::new);
	}

}
