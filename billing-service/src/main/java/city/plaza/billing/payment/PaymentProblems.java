package city.plaza.billing.payment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.billing.money.Money;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Describes each refusal of a payment as problem details. */
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
			case PaymentRefusal.AmountNotPositive refused ->
				amount("amount-not-positive", "The amount must be more than zero.", refused.line());
			case PaymentRefusal.AmountAboveUnpaid refused -> amount("amount-above-unpaid",
					"The amount is more than the %s that is unpaid on the bill."
						.formatted(refused.unpaid().toDecimal()),
					refused.line())
				.values(refused.unpaid().toDecimal(), refused.unpaid().currency());
			case PaymentRefusal.PartPaymentNotAllowed refused ->
				amount("part-payment-not-allowed", "A bill of this type can only be paid whole.", refused.line());
			case PaymentRefusal.CurrencyMismatch refused -> amount("currency-mismatch",
					"All bills of a payment must be paid in their one currency.", refused.line());
			case PaymentRefusal.DuplicateBill refused -> bill(HttpStatus.UNPROCESSABLE_CONTENT, "duplicate-bill",
					"The payment names this bill more than once.", refused.line());
			case PaymentRefusal.BillPending refused -> bill(HttpStatus.CONFLICT, "bill-pending",
					"A web payment of this bill is pending. Wait until it is posted, or finish or cancel it.",
					refused.line());
			case PaymentRefusal.BillPaid refused ->
				bill(HttpStatus.CONFLICT, "bill-paid", "Nothing is unpaid on this bill.", refused.line());
			case PaymentRefusal.NoSuchBill refused -> Problem.notFound();
			case PaymentRefusal.TooManyStarts refused -> Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-payments",
						"Too many payments were started in a short time. Wait, or finish one that is open.")
				.retryAfter(refused.pause());
			case PaymentRefusal.KeyReused refused -> Problem
				.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused",
						"This Idempotency-Key belongs to another payment request. Use a new one.")
				.field("Idempotency-Key");
			case PaymentRefusal.PaymentEnded refused -> Problem.of(HttpStatus.CONFLICT, "payment-ended",
					"The payment started with this Idempotency-Key was cancelled or has expired. Use a new key to start another.")
				.field("Idempotency-Key");
			case PaymentRefusal.ProviderUnavailable refused -> PROVIDER_UNAVAILABLE;
		};
	}

	/** All that can keep a payment from being started. */
	static class OfStart implements ProblemSamples {

		@Override
		public List<Problem> list() {
			Stream<PaymentRefusal> refusals = Stream.of(new PaymentRefusal.AmountNotPositive(0),
					new PaymentRefusal.AmountAboveUnpaid(0, new Money(25_000, "USD")),
					new PaymentRefusal.PartPaymentNotAllowed(0), new PaymentRefusal.CurrencyMismatch(1),
					new PaymentRefusal.DuplicateBill(1), new PaymentRefusal.BillPending(0),
					new PaymentRefusal.BillPaid(0), new PaymentRefusal.NoSuchBill(),
					new PaymentRefusal.TooManyStarts(Duration.ofMinutes(10)), new PaymentRefusal.KeyReused(),
					new PaymentRefusal.PaymentEnded(), new PaymentRefusal.ProviderUnavailable());
			return Stream.concat(Stream.of(KEY_MISSING), refusals.map(PaymentProblems::of)).toList();
		}

	}

	/** The provider does not respond. */
	static class OfProvider implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(PROVIDER_UNAVAILABLE);
		}

	}

	private static Problem amount(String code, String detail, int line) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field("allocations[" + line + "].amount");
	}

	private static Problem bill(HttpStatus status, String code, String detail, int line) {
		return Problem.of(status, code, detail).field("allocations[" + line + "].billNumber");
	}

}
