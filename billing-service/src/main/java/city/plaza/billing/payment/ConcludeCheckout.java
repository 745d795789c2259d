package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Applies what the provider said of a checkout to its payment: state and event in one
 * transaction. The same word twice, or a late one, changes nothing.
 */
@Component
class ConcludeCheckout {

	private static final Logger log = LoggerFactory.getLogger(ConcludeCheckout.class);

	private final Payments payments;

	private final PaymentMoves moves;

	private final PaymentEvents events;

	private final Transactions transactions;

	private final PaymentSettings settings;

	private final Clock clock;

	ConcludeCheckout(Payments payments, PaymentMoves moves, PaymentEvents events, Transactions transactions,
			PaymentSettings settings, Clock clock) {
		this.payments = payments;
		this.moves = moves;
		this.events = events;
		this.transactions = transactions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Applies the provider's word.
	 * @param id the payment
	 * @param status what the provider said when asked
	 * @return the payment as it stands after it; empty if there is none
	 */
	Mono<Payment> conclude(PaymentId id, CheckoutStatus status) {
		Mono<Void> applied = this.payments.lock(id).flatMap((payment) -> apply(payment, status));
		return this.transactions.inOne(applied.then(this.payments.find(id)));
	}

	private Mono<Void> apply(Payment payment, CheckoutStatus status) {
		return switch (status) {
			case CheckoutStatus.None none -> Mono.empty();
			case CheckoutStatus.Open open -> opened(payment, open);
			case CheckoutStatus.Paid paid -> paid(payment, paid);
			case CheckoutStatus.Failed failed -> failed(payment, failed.reason());
		};
	}

	private Mono<Void> opened(Payment payment, CheckoutStatus.Open open) {
		if (payment.state() != PaymentState.CREATED) {
			return Mono.empty();
		}
		Instant recheck = now().plus(this.settings.recheck());
		Instant nextCheck = recheck.isBefore(open.expiresAt()) ? recheck : open.expiresAt();
		return this.moves.redirect(payment, open.page(), open.expiresAt(), nextCheck);
	}

	private Mono<Void> paid(Payment payment, CheckoutStatus.Paid paid) {
		if (!paid.amount().equals(payment.amount())) {
			log.error("The provider took {} for payment {} of {}: somebody must look at it", paid.amount(),
					payment.id(), payment.amount());
			return Mono.empty();
		}
		return switch (payment.state()) {
			case CREATED -> this.moves.redirectUnseen(payment)
				.then(this.payments.lock(payment.id()))
				.flatMap((redirected) -> submit(redirected, paid));
			case REDIRECTED -> submit(payment, paid);
			case CANCELLED, EXPIRED, DECLINED -> tookTooLate(payment);
			default -> Mono.empty();
		};
	}

	private Mono<Void> submit(Payment payment, CheckoutStatus.Paid paid) {
		Instant now = now();
		return this.moves.submit(payment, paid.method(), now).then(this.events.submitted(payment, paid.method(), now));
	}

	private Mono<Void> failed(Payment payment, FailureReason reason) {
		PaymentState failed = switch (reason) {
			case DECLINED, PROCESSING_ERROR -> PaymentState.DECLINED;
			case CANCELLED -> PaymentState.CANCELLED;
			case EXPIRED -> PaymentState.EXPIRED;
		};
		if (!payment.state().canBecome(failed)) {
			return Mono.empty();
		}
		Instant now = now();
		return this.moves.fail(payment, failed, reason, now).then(this.events.failed(payment, reason, now));
	}

	private static Mono<Void> tookTooLate(Payment payment) {
		log.error("The provider took money for payment {}, which is {}: it must be given back by hand", payment.id(),
				payment.state().code());
		return Mono.empty();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
