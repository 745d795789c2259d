package city.plaza.portal.payment;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import city.plaza.portal.form.ServiceCodes;
import city.plaza.portal.form.Texts;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every state that billing-service can report has its texts. */
class PaymentTextsTests {

	private static final String BILLING = "billing-service";

	private static final Set<String> STATES = ServiceCodes.constantsOf(BILLING, "billing/payment/PaymentState.java",
			"PaymentState");

	private static final Set<String> REASONS = ServiceCodes.constantsOf(BILLING,
			"billing/payment/provider/FailureReason.java", "FailureReason");

	private static final Set<String> UNFINISHED = Set.of("created", "redirected");

	@Test
	void nameEveryState() {
		assertThat(STATES).contains("created", "submitted", "partly-refunded")
			.allSatisfy((state) -> Texts.of("payment.state." + state));
		assertThat(REASONS).contains("processing-error").allSatisfy((reason) -> Texts.of("payment.state." + reason));
	}

	@Test
	void explainEveryFailure() {
		assertThat(REASONS).allSatisfy((reason) -> {
			Texts.of("payment.title." + reason);
			assertThat(Texts.of("payment.text." + reason)).startsWith("You were not charged.");
		});
	}

	@Test
	void explainEveryPaymentThatMoneyWasTakenFor() {
		assertThat(STATES).filteredOn((state) -> !UNFINISHED.contains(state) && !REASONS.contains(state))
			.hasSizeGreaterThan(4)
			.allSatisfy((state) -> Texts.of("payment.text." + state));
	}

	@Test
	void nameEveryExceptionAndSayWhatFinanceDoesAboutIt() {
		assertThat(ServiceCodes.constantsOf(BILLING, "billing/payment/PaymentException.java", "Kind"))
			.contains("overpaid")
			.allSatisfy((kind) -> {
				Texts.of("payment.exception." + kind);
				Texts.of("payment.exception." + kind + ".help");
			});
	}

	@Test
	void nameEveryChangeOfABill() {
		Set<String> kinds = ServiceCodes.constantsOf(BILLING, "billing/ledger/EntryKind.java", "EntryKind");
		kinds.remove("posting");
		assertThat(kinds).contains("waiver").allSatisfy((kind) -> Texts.of("bill.change." + kind));
	}

	@Test
	void showTheReasonInPlaceOfTheStateOfAFailedPayment() {
		assertThat(payment("declined", "processing-error").shownState()).isEqualTo("processing-error");
		assertThat(payment("submitted", null).shownState()).isEqualTo("submitted");
	}

	@Test
	void confirmOnlyAPaymentThatWasMadeAndDidNotFail() {
		assertThat(payment("submitted", null).sent()).isTrue();
		assertThat(payment("redirected", null).sent()).isFalse();
		assertThat(payment("cancelled", "cancelled").sent()).isFalse();
	}

	private static Payments.Payment payment(String state, @Nullable String reason) {
		return new Payments.Payment("pay-1", "PLZ-7F3K", state, reason, new Money(25000, "USD"), List.of(), null, null,
				Instant.EPOCH, null);
	}

}
