package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.platform.problem.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Closes a checkout that was opened while its payment ended: its page must not take money
 * for bills that are free again.
 */
@Component
class CloseLateCheckout {

	private static final Logger log = LoggerFactory.getLogger(CloseLateCheckout.class);

	private static final Duration NEXT_TRY = Duration.ofSeconds(5);

	private final Payments payments;

	private final Checkouts checkouts;

	private final ConcludeCheckout concludeCheckout;

	private final Clock clock;

	CloseLateCheckout(Payments payments, Checkouts checkouts, ConcludeCheckout concludeCheckout, Clock clock) {
		this.payments = payments;
		this.checkouts = checkouts;
		this.concludeCheckout = concludeCheckout;
		this.clock = clock;
	}

	/**
	 * Closes the checkout where that is due, outside of any transaction: it asks the
	 * provider.
	 * @param payment as it stands after the status was applied
	 * @param status of its checkout
	 * @return the payment after that; while the provider gives no answer it stays to be
	 * asked by the sweep
	 */
	Mono<Payment> closeIfLate(Payment payment, CheckoutStatus status) {
		if (!payment.state().isFailed() || !(status instanceof CheckoutStatus.Open)) {
			return Mono.just(payment);
		}
		return this.checkouts.close(payment, Objects.requireNonNull(payment.result().failureReason()))
			.flatMap((closed) -> this.concludeCheckout.conclude(payment.id(), closed))
			.onErrorResume(ProviderSilentException.class,
					(silent) -> RequestLog
						.write(() -> log.warn("The late checkout of payment {} is still open: {}", payment.id(),
								silent.getMessage()))
						.then(this.payments.checkNext(payment.id(), this.clock.instant().plus(NEXT_TRY)))
						.thenReturn(payment));
	}

}
