package city.plaza.billing.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import city.plaza.billing.audit.Audit;
import city.plaza.billing.audit.BillingAction;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.platform.audit.NewEntry;
import city.plaza.platform.database.Codes;
import city.plaza.platform.database.Transactions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Takes an exception off the list, with a note of what finance has done. A payment that
 * waited for this decision ends without money: what the provider took was given back.
 */
@Component
class ResolveException {

	/** Whether it was resolved. */
	sealed interface Outcome {

		/** It is off the list. */
		record Resolved(PaymentException exception) implements Outcome {
		}

		/** It was resolved before. */
		record ResolvedBefore() implements Outcome {
		}

	}

	private final PaymentExceptions exceptions;

	private final Payments payments;

	private final Audit audit;

	private final Transactions transactions;

	private final Clock clock;

	ResolveException(PaymentExceptions exceptions, Payments payments, Audit audit, Transactions transactions,
			Clock clock) {
		this.exceptions = exceptions;
		this.payments = payments;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Resolves one.
	 * @param by the member of staff
	 * @param note what was done, as they write it
	 * @return whether it was resolved; empty if there is no such exception
	 */
	Mono<Outcome> resolve(ExceptionId id, UUID by, String note) {
		Instant now = this.clock.instant();
		PaymentException.Resolution resolution = new PaymentException.Resolution(now, by, note);
		return this.transactions.inOne(this.exceptions.lock(id)
			.flatMap((found) -> (found.resolution() != null) ? Mono.just(new Outcome.ResolvedBefore())
					: resolve(found, resolution)));
	}

	private Mono<Outcome> resolve(PaymentException found, PaymentException.Resolution resolution) {
		Mono<Void> ended = found.kind().holdsPayment() ? end(found, resolution.at()) : Mono.empty();
		return ended.then(this.exceptions.resolve(found.id(), resolution))
			.then(this.audit
				.record((actor) -> NewEntry.of(actor, BillingAction.EXCEPTION_RESOLVED, "payment-exception", found.id())
					.with("kind", Codes.of(found.kind()))
					.with("payment", found.paymentId())))
			.then(this.exceptions.lock(found.id()))
			.map(Outcome.Resolved::new);
	}

	private Mono<Void> end(PaymentException found, Instant at) {
		return this.payments.lock(found.paymentId())
			.filter((payment) -> payment.state().isOpen())
			.flatMap((payment) -> Mono.justOrEmpty(payment.fail(FailureReason.PROCESSING_ERROR, at, null)))
			.flatMap(this.payments::store);
	}

}
