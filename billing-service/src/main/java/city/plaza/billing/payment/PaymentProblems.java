package city.plaza.billing.payment;

import java.time.Duration;

import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Says each no of a payment as problem details. */
final class PaymentProblems {

	static final Problem PROVIDER_UNAVAILABLE = Problem
		.of(HttpStatus.SERVICE_UNAVAILABLE, "provider-unavailable",
				"The payment provider cannot be reached just now. Try again with the same Idempotency-Key.")
		.retryAfter(Duration.ofSeconds(5));

	static final Problem KEY_MISSING = Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-missing",
			"Send a header Idempotency-Key of 1 to 200 visible characters: new for each payment, the same for each try of it.")
		.field("Idempotency-Key");

	private PaymentProblems() {
	}

	static Problem of(PaymentRefusal refusal) {
		return switch (refusal) {
			case PaymentRefusal.AmountNotPositive no ->
				amount("amount-not-positive", "The amount must be more than zero.", no.line());
			case PaymentRefusal.AmountAboveUnpaid no ->
				amount("amount-above-unpaid", "The amount is more than what is unpaid on the bill.", no.line());
			case PaymentRefusal.PartPaymentNotAllowed no ->
				amount("part-payment-not-allowed", "A bill of this type can only be paid whole.", no.line());
			case PaymentRefusal.CurrencyMismatch no ->
				amount("currency-mismatch", "All bills of a payment must be paid in their one currency.", no.line());
			case PaymentRefusal.DuplicateBill no -> bill(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-bill",
					"The payment names this bill more than once.", no.line());
			case PaymentRefusal.BillPending no -> bill(HttpStatus.CONFLICT, "bill-pending",
					"A web payment of this bill is pending. Wait until it is posted, or finish or cancel it.",
					no.line());
			case PaymentRefusal.BillPaid no ->
				bill(HttpStatus.CONFLICT, "bill-paid", "Nothing is unpaid on this bill.", no.line());
			case PaymentRefusal.NoSuchBill no -> Problem.notFound();
			case PaymentRefusal.TooManyStarts no -> Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-payments",
						"Too many payments were started in a short time. Wait, or finish one that is open.")
				.retryAfter(no.pause());
			case PaymentRefusal.KeyReused no -> Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
						"This Idempotency-Key belongs to another payment request. Use a new one.")
				.field("Idempotency-Key");
			case PaymentRefusal.PaymentEnded no -> Problem.of(HttpStatus.CONFLICT, "payment-ended",
					"The payment started with this Idempotency-Key was cancelled or has expired. Use a new key to start another.")
				.field("Idempotency-Key");
			case PaymentRefusal.ProviderUnavailable no -> PROVIDER_UNAVAILABLE;
		};
	}

	private static Problem amount(String code, String detail, int line) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field("allocations[" + line + "].amount");
	}

	private static Problem bill(HttpStatus status, String code, String detail, int line) {
		return Problem.of(status, code, detail).field("allocations[" + line + "].billNumber");
	}

}
