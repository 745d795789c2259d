package city.plaza.billing.payment;

import java.util.Map;
import java.util.UUID;

import city.plaza.billing.ledger.PaymentPart;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.payment.PaymentException.Kind;
import city.plaza.billing.payment.PaymentExceptionController.ResolutionRequest;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What finance reads of money that does not match, and what it may write. */
class PaymentExceptionTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	/** The codes are released, in the API and in the table. */
	@ParameterizedTest
	@CsvSource({ "WRONG_AMOUNT, wrong-amount, true", "PAID_AFTER_END, paid-after-end, false",
			"REFUSED_AFTER_SUBMISSION, refused-after-submission, false",
			"UNKNOWN_AT_PROVIDER, unknown-at-provider, true", "OVERPAID, overpaid, false" })
	void holdsThePaymentOnlyWhereItsMoneyIsInDoubt(Kind kind, String code, boolean holds) {
		assertThat(kind.code()).isEqualTo(code);
		assertThat(Kind.of(code)).isEqualTo(kind);
		assertThat(kind.holdsPayment()).isEqualTo(holds);
	}

	@Test
	void everyKindHasItsCode() {
		assertThat(Kind.values()).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Overpaid", "OVERPAID", "wrong_amount", "overpaid " })
	void noOtherCodeIsAKind(String code) {
		assertThatIllegalArgumentException().isThrownBy(() -> Kind.of(code));
	}

	@ParameterizedTest
	@EnumSource
	void aReasonIsReadBackFromItsCodeAndEndsThePayment(FailureReason reason) {
		assertThat(FailureReason.of(reason.code())).isEqualTo(reason);
		assertThat(PaymentState.REDIRECTED.after(PaymentCause.of(reason)))
			.hasValueSatisfying((state) -> assertThat(state.isFailed()).isTrue());
	}

	@Test
	void isReadAsTheApiDescribesIt() {
		PaymentException open = exception(null);
		JsonNode json = JSON.valueToTree(open);
		assertThat(json.path("kind").stringValue()).isEqualTo("wrong-amount");
		assertThat(json.path("state").stringValue()).isEqualTo("redirected");
		assertThat(json.path("expected").path("amount").longValue()).isEqualTo(25_000);
		assertThat(json.path("amount").path("amount").longValue()).isEqualTo(24_999);
		assertThat(json.path("paymentId").stringValue()).isEqualTo(open.paymentId().toString());
		assertThat(json.path("resolution").isNull()).isTrue();
		UUID by = UUID.randomUUID();
		JsonNode resolved = JSON
			.valueToTree(exception(new PaymentException.Resolution(SamplePayments.NOW, by, "Refunded")));
		assertThat(resolved.path("resolution").path("note").stringValue()).isEqualTo("Refunded");
		assertThat(resolved.path("resolution").path("by").stringValue()).isEqualTo(by.toString());
	}

	@Test
	void whatIsLeftToBePostedOfALineIsTheRest() {
		PendingLine line = new PendingLine(new PaymentReference("PLZ-1"), SamplePayments.bill(1),
				SamplePayments.CUSTOMER, SamplePayments.usd(100), SamplePayments.NOW);
		PaymentPart part = new PaymentPart(line.paymentReference(), line.billNumber());
		PaymentPart other = new PaymentPart(line.paymentReference(), SamplePayments.bill(2));
		assertThat(line.less(Map.of()).amount()).isEqualTo(SamplePayments.usd(100));
		assertThat(line.less(Map.of(part, 30L, other, 5L)).amount()).isEqualTo(SamplePayments.usd(70));
		assertThat(line.less(Map.of(part, 100L)).amount()).isEqualTo(SamplePayments.usd(0));
	}

	@ParameterizedTest(name = "''{0}'': {1}")
	@CsvSource({ "Refunded by check, true", "x, true", "'', false", "' ', false", "'\n\t', false",
			"\u2003\u3000, false" })
	void aNoteSaysSomething(String note, boolean isGood) {
		assertThat(VALIDATOR.validate(new ResolutionRequest(note)).isEmpty()).isEqualTo(isGood);
		assertThat(VALIDATOR.validate(new ResolutionRequest("x".repeat(1000)))).isEmpty();
		assertThat(VALIDATOR.validate(new ResolutionRequest("x".repeat(1001)))).hasSize(1);
	}

	private static PaymentException exception(PaymentException.Resolution resolution) {
		return new PaymentException(ExceptionId.random(), PaymentId.random(), new PaymentReference("PLZ-1"),
				PaymentState.REDIRECTED, Kind.WRONG_AMOUNT, SamplePayments.usd(25_000), SamplePayments.usd(24_999),
				SamplePayments.NOW, resolution);
	}

}
