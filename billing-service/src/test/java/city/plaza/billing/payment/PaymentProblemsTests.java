package city.plaza.billing.payment;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

import city.plaza.billing.money.Money;
import city.plaza.platform.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PaymentProblemsTests {

	private static final Money UNPAID = new Money(125_000, "USD");

	/** The codes and fields are released: clients know them. */
	static Stream<Arguments> refusals() {
		String amount = "allocations[2].amount";
		String bill = "allocations[2].billNumber";
		String key = "Idempotency-Key";
		return Stream.of(arguments(new PaymentRefusal.AmountNotPositive(2), 422, "amount-not-positive", amount),
				arguments(new PaymentRefusal.AmountAboveUnpaid(2, UNPAID), 422, "amount-above-unpaid", amount),
				arguments(new PaymentRefusal.PartPaymentNotAllowed(2), 422, "part-payment-not-allowed", amount),
				arguments(new PaymentRefusal.CurrencyMismatch(2), 422, "currency-mismatch", amount),
				arguments(new PaymentRefusal.DuplicateBill(2), 422, "duplicate-bill", bill),
				arguments(new PaymentRefusal.BillPending(2), 409, "bill-pending", bill),
				arguments(new PaymentRefusal.BillPaid(2), 409, "bill-paid", bill),
				arguments(new PaymentRefusal.NoSuchBill(), 404, "not-found", null),
				arguments(new PaymentRefusal.TooManyStarts(Duration.ofMinutes(7)), 429, "too-many-payments", null),
				arguments(new PaymentRefusal.KeyReused(), 422, "idempotency-key-reused", key),
				arguments(new PaymentRefusal.PaymentEnded(), 409, "payment-ended", key),
				arguments(new PaymentRefusal.ProviderUnavailable(), 503, "provider-unavailable", null));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void describesEachRefusal(PaymentRefusal refusal, int status, String code, String field) {
		Problem problem = PaymentProblems.of(refusal);
		assertThat(problem.status().value()).isEqualTo(status);
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.field()).isEqualTo(field);
		assertThat(problem.detail()).endsWith(".");
	}

	@Test
	void coversEveryRefusal() {
		assertThat(refusals().map((row) -> row.get()[0].getClass().getName()).toList())
			.containsExactlyInAnyOrderElementsOf(
					Arrays.stream(PaymentRefusal.class.getPermittedSubclasses()).map(Class::getName).toList());
	}

	@Test
	void namesWhatIsUnpaid() {
		Problem problem = PaymentProblems.of(new PaymentRefusal.AmountAboveUnpaid(2, UNPAID));
		assertThat(problem.detail()).contains("1250.00");
		assertThat(problem.values()).containsExactly("1250.00", "USD");
	}

	@Test
	void namesWhenToTryAgain() {
		assertThat(PaymentProblems.of(new PaymentRefusal.TooManyStarts(Duration.ofMinutes(7))).retryAfter())
			.isEqualTo(Duration.ofMinutes(7));
	}

}
