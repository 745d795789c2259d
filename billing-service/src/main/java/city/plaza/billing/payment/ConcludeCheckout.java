package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Applies what the provider reported of a checkout to its payment: state and event in one
 * transaction. The same status twice, or a late one, changes nothing. What does not fit
 * the payment becomes an exception that a person resolves.
 */
@Component
class ConcludeCheckout {

	private final Payments payments;

	private final PaymentExceptions exceptions;

	private final Transactions transactions;

	private final PaymentSettings settings;

	private final Clock clock;

	ConcludeCheckout(Payments payments, PaymentExceptions exceptions, Transactions transactions,
			PaymentSettings settings, Clock clock) {
		this.payments = payments;
		this.exceptions = exceptions;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Applies a status. A checkout that is open although its payment has ended stays to
	 * be closed by {@link CloseLateCheckout}.
	 * @param status what the provider reported when asked
	 * @return the payment after it; empty if there is none
	 */
	Mono<Payment> conclude(PaymentId id, CheckoutStatus status) {
		return changed(id,
				(payment) -> payment.state().isFailed() ? applyLate(payment, status) : apply(payment, status));
	}

	/**
	 * Ends a payment of which the provider has no checkout. Only one that is still
	 * created ends by that; and because a checkout may be on its way to the provider, the
	 * provider is asked once more when no start can be under way any longer.
	 * @return the payment after it; empty if there is none
	 */
	Mono<Payment> neverOpened(PaymentId id, FailureReason reason) {
		return changed(id, (payment) -> switch (payment.state()) {
			case CREATED -> store(payment.fail(reason, now(), now().plus(this.settings.startTimeout())));
			case REDIRECTED -> forAPerson(payment, PaymentException.Kind.UNKNOWN_AT_PROVIDER, payment.amount());
			default -> Mono.empty();
		});
	}

	private Mono<Payment> changed(PaymentId id, Function<Payment, Mono<Void>> change) {
		return this.transactions.inOne(this.payments.lock(id).flatMap(change).then(this.payments.find(id)));
	}

	private Mono<Void> apply(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.None none -> Mono.empty();
			case CheckoutStatus.Open open -> opened(payment, open);
			case CheckoutStatus.Paid paid -> paid(payment, paid);
			case CheckoutStatus.Failed failed -> failed(payment, failed.reason());
		};
	}

	private Mono<Void> applyLate(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.Open open -> Mono.empty();
			case CheckoutStatus.Paid paid ->
				this.exceptions.found(payment.id(), PaymentException.Kind.PAID_AFTER_END, paid.amount(), now())
					.then(this.payments.checkNext(payment.id(), null));
			case CheckoutStatus.None none -> this.payments.checkNext(payment.id(), null);
			case CheckoutStatus.Failed failed -> this.payments.checkNext(payment.id(), null);
		};
	}

	private Mono<Void> opened(Payment payment, CheckoutStatus.Open open) {
		if (payment.state() != PaymentState.CREATED) {
			return Mono.empty();
		}
		Instant recheck = now().plus(this.settings.recheck());
		Instant nextCheck = recheck.isBefore(open.expiresAt()) ? recheck : open.expiresAt();
		return store(payment.redirect(open.page(), open.expiresAt(), nextCheck));
	}

	private Mono<Void> paid(Payment payment, CheckoutStatus.Paid paid) {
		if (paid.amount().equals(payment.amount())) {
			return store(payment.submit(paid.method(), now(), now().plus(this.settings.recheckSubmitted())));
		}
		return forAPerson(payment, PaymentException.Kind.WRONG_AMOUNT, paid.amount());
	}

	/** Its bills stay reserved until a person has decided. */
	private Mono<Void> forAPerson(Payment payment, PaymentException.Kind kind, Money amount) {
		return this.exceptions.found(payment.id(), kind, amount, now())
			.then(this.payments.checkNext(payment.id(), now().plus(this.settings.recheckSubmitted())));
	}

	private Mono<Void> failed(Payment payment, FailureReason reason) {
		Optional<PaymentChange> change = payment.fail(reason, now(), null);
		// Finance may have exported it, and the resident has a receipt.
		return (change.isPresent() && payment.state() == PaymentState.SUBMITTED) ? store(change).then(this.exceptions
			.found(payment.id(), PaymentException.Kind.REFUSED_AFTER_SUBMISSION, payment.amount(), now()))
				: store(change);
	}

	private Mono<Void> store(Optional<PaymentChange> change) {
		return Mono.justOrEmpty(change).flatMap(this.payments::store);
	}

	private Instant now() {
		return this.clock.instant();
	}

}
