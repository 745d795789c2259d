package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * A web payment as it stands. It knows which moves it may make: each gives the payment
 * after it with its event, or nothing where the payment has no such move.
 *
 * @param id random
 * @param origin what never changes of it
 * @param allocations the bills it covers, at least one
 * @param checkout where and until when it can be paid
 * @param result its result so far
 */
record Payment(PaymentId id, Origin origin, PaymentState state, List<Allocation> allocations, Checkout checkout,
		Result result) {

	Payment {
		if (allocations.isEmpty()) {
			throw new IllegalArgumentException("Payment " + id + " pays nothing");
		}
		allocations = List.copyOf(allocations);
	}

	/**
	 * A payment that begins: its bills wait for it, and no provider knows of it.
	 * @param origin who pays, and how the money is to be taken
	 * @param allocations the bills it covers
	 * @param expiresAt until when a checkout may be opened
	 * @return the payment
	 */
	static Payment begin(Origin origin, List<Allocation> allocations, Instant expiresAt) {
		return new Payment(PaymentId.random(), origin, PaymentState.CREATED, allocations,
				new Checkout(null, expiresAt, expiresAt), Result.NONE_YET);
	}

	Optional<PaymentChange> redirect(URI page, Instant expiresAt, Instant nextCheckAt) {
		return move(PaymentCause.CHECKOUT_OPENED, new Checkout(page, expiresAt, nextCheckAt), this.result);
	}

	/**
	 * The money was taken. A payment whose checkout was never seen open passes that state
	 * at once.
	 * @param nextCheckAt when the provider is asked whether the bank still agrees
	 * @return the change, or nothing
	 */
	Optional<PaymentChange> submit(PaymentMethod method, Instant at, Instant nextCheckAt) {
		PaymentState open = this.state.after(PaymentCause.CHECKOUT_OPENED).orElse(this.state);
		return open.after(PaymentCause.MONEY_TAKEN)
			.map((next) -> change(next, this.checkout.askedAt(nextCheckAt), this.result.taken(method, at),
					PaymentEvent.PaymentSubmitted.of(this, method, at)));
	}

	/**
	 * Ended without money.
	 * @param nextCheckAt when the provider is asked once more; null where it is sure that
	 * it takes no money
	 * @return the change, or nothing
	 */
	Optional<PaymentChange> fail(FailureReason reason, Instant at, @Nullable Instant nextCheckAt) {
		return this.state.after(PaymentCause.of(reason))
			.map((next) -> change(next, this.checkout.askedAt(nextCheckAt), this.result.failed(reason, at),
					PaymentEvent.PaymentFailed.of(this, reason, at)));
	}

	Optional<PaymentChange> post(LocalDate postedOn, Instant at) {
		return this.state.after(PaymentCause.POSTED_BY_FINANCE)
			.map((next) -> change(next, this.checkout.askedAt(null), this.result.posted(postedOn, at),
					PaymentEvent.PaymentPosted.of(this, postedOn, at)));
	}

	/**
	 * All that finance had posted was undone: a returned check or a chargeback.
	 * @return the change, or nothing
	 */
	Optional<PaymentChange> takeBack(Instant at) {
		return move(PaymentCause.TAKEN_BACK, this.checkout, this.result.ended(at));
	}

	PaymentReference reference() {
		return this.origin.reference();
	}

	ResidentId residentId() {
		return this.origin.residentId();
	}

	/** The sum of its allocations. */
	Money amount() {
		return this.allocations.stream().map(Allocation::amount).reduce(Money::plus).orElseThrow();
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.checkout.expiresAt());
	}

	/** The hosted page, while the resident can still pay on it. */
	@Nullable URI openPage() {
		return (this.state == PaymentState.REDIRECTED) ? this.checkout.page() : null;
	}

	/** The same payment, about which the provider is asked at another time, or never. */
	Payment checkedNext(@Nullable Instant at) {
		return new Payment(this.id, this.origin, this.state, this.allocations, this.checkout.askedAt(at), this.result);
	}

	private Optional<PaymentChange> move(PaymentCause cause, Checkout checkout, Result result) {
		return this.state.after(cause).map((next) -> change(next, checkout, result, null));
	}

	private PaymentChange change(PaymentState next, Checkout checkout, Result result, @Nullable PaymentEvent event) {
		return new PaymentChange(this.state,
				new Payment(this.id, this.origin, next, this.allocations, checkout, result), event);
	}

	/**
	 * What never changes of a payment.
	 *
	 * @param reference what the resident and finance quote
	 * @param residentId who pays
	 * @param provider the one that takes the money; it alone is asked about the payment
	 * @param createdAt when the resident started it
	 */
	record Origin(PaymentReference reference, ResidentId residentId, String provider, Instant createdAt) {
	}

	/**
	 * Where and until when a payment can be paid.
	 *
	 * @param page the provider's, once there is one
	 * @param expiresAt until when the resident may finish it
	 * @param nextCheckAt when the provider is asked next; null where nothing is open
	 */
	record Checkout(@Nullable URI page, Instant expiresAt, @Nullable Instant nextCheckAt) {

		Checkout askedAt(@Nullable Instant next) {
			return new Checkout(this.page, this.expiresAt, next);
		}

	}

	/**
	 * The result of a payment so far.
	 *
	 * @param failureReason why it ended without money, if it did
	 * @param method what it was paid with, once the money was taken
	 * @param submittedAt when Plaza learned that the money was taken
	 * @param postedOn finance's date of the last posting, once all is posted
	 * @param finishedAt when it was posted or failed
	 */
	record Result(@Nullable FailureReason failureReason, @Nullable PaymentMethod method, @Nullable Instant submittedAt,
			@Nullable LocalDate postedOn, @Nullable Instant finishedAt) {

		static final Result NONE_YET = new Result(null, null, null, null, null);

		Result taken(PaymentMethod method, Instant at) {
			return new Result(null, method, at, null, null);
		}

		Result failed(FailureReason reason, Instant at) {
			return new Result(reason, this.method, this.submittedAt, null, at);
		}

		Result ended(Instant at) {
			return new Result(this.failureReason, this.method, this.submittedAt, this.postedOn, at);
		}

		Result posted(LocalDate on, Instant at) {
			return new Result(null, this.method, this.submittedAt, on, at);
		}

	}

}
