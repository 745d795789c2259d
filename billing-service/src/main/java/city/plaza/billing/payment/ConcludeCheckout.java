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
import org.jspecify.annotations.Nullable;
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
	 * Whether a status is what the payment says already, as most are: nothing needs to be
	 * locked then.
	 */
	static boolean isKnown(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.Open open -> payment.state() == PaymentState.REDIRECTED;
			case CheckoutStatus.Paid paid ->
				payment.state() == PaymentState.SUBMITTED && paid.amount().equals(payment.amount());
			case CheckoutStatus.None none -> false;
			case CheckoutStatus.Failed failed -> false;
		};
	}

	/**
	 * Ends a payment of which the provider has no checkout. Only one that is still
	 * created ends by that; and because a checkout may be on its way to the provider, the
	 * provider is asked once more when no start can be under way any longer.
	 * @return the payment after it; empty if there is none
	 */
	Mono<Payment> neverOpened(PaymentId id, FailureReason reason) {
		return changed(id, (payment) -> switch (payment.state()) {
			case CREATED -> store(payment, payment.fail(reason, now(), now().plus(this.settings.startTimeout())));
			case REDIRECTED -> forAPerson(payment, PaymentException.Kind.UNKNOWN_AT_PROVIDER, payment.amount());
			default -> Mono.just(payment);
		});
	}

	private Mono<Payment> changed(PaymentId id, Function<Payment, Mono<Payment>> change) {
		return this.transactions.inOne(this.payments.lock(id).flatMap(change));
	}

	private Mono<Payment> apply(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.None none -> Mono.just(payment);
			case CheckoutStatus.Open open -> opened(payment, open);
			case CheckoutStatus.Paid paid -> paid(payment, paid);
			case CheckoutStatus.Failed failed -> failed(payment, failed.reason());
		};
	}

	private Mono<Payment> applyLate(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.Open open -> Mono.just(payment);
			case CheckoutStatus.Paid paid ->
				this.exceptions.found(payment.id(), PaymentException.Kind.PAID_AFTER_END, paid.amount(), now())
					.then(checkNext(payment, null));
			case CheckoutStatus.None none -> checkNext(payment, null);
			case CheckoutStatus.Failed failed -> checkNext(payment, null);
		};
	}

	private Mono<Payment> opened(Payment payment, CheckoutStatus.Open open) {
		if (payment.state() != PaymentState.CREATED) {
			return Mono.just(payment);
		}
		return store(payment, redirected(payment, open));
	}

	/** The move of a payment to the page that was opened for it, or nothing. */
	Optional<PaymentChange> redirected(Payment payment, CheckoutStatus.Open open) {
		Instant recheck = now().plus(this.settings.recheck());
		Instant nextCheck = recheck.isBefore(open.expiresAt()) ? recheck : open.expiresAt();
		return payment.redirect(open.page(), open.expiresAt(), nextCheck);
	}

	private Mono<Payment> paid(Payment payment, CheckoutStatus.Paid paid) {
		if (paid.amount().equals(payment.amount())) {
			return store(payment, payment.submit(paid.method(), now(), now().plus(this.settings.recheckSubmitted())));
		}
		return forAPerson(payment, PaymentException.Kind.WRONG_AMOUNT, paid.amount());
	}

	/** Its bills stay reserved until a person has decided. */
	private Mono<Payment> forAPerson(Payment payment, PaymentException.Kind kind, Money amount) {
		return this.exceptions.found(payment.id(), kind, amount, now())
			.then(checkNext(payment, now().plus(this.settings.recheckSubmitted())));
	}

	private Mono<Payment> failed(Payment payment, FailureReason reason) {
		Optional<PaymentChange> change = payment.fail(reason, now(), null);
		Mono<Payment> stored = store(payment, change);
		// Finance may have exported it, and the resident has a receipt.
		return (change.isPresent() && payment.state() == PaymentState.SUBMITTED)
				? stored.delayUntil((failed) -> this.exceptions.found(payment.id(),
						PaymentException.Kind.REFUSED_AFTER_SUBMISSION, payment.amount(), now()))
				: stored;
	}

	/** The payment after a change, or as it is where nothing changes. */
	private Mono<Payment> store(Payment payment, Optional<PaymentChange> change) {
		return change.map((it) -> this.payments.store(it).thenReturn(it.payment())).orElseGet(() -> Mono.just(payment));
	}

	private Mono<Payment> checkNext(Payment payment, @Nullable Instant at) {
		return this.payments.checkNext(payment.id(), at).thenReturn(payment.checkedNext(at));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
