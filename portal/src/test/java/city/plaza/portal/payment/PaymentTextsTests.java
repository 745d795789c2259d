package city.plaza.portal.payment;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every state that billing-service can report has its texts. */
class PaymentTextsTests {

	private static final ReleasedApi BILLING = ReleasedApi.of("billing");

	private static final Set<String> STATES = BILLING.values("PaymentView", "state");

	private static final Set<String> REASONS = BILLING.values("PaymentView", "failureReason");

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
		assertThat(BILLING.values("PaymentException", "kind")).contains("overpaid").allSatisfy((kind) -> {
			Texts.of("payment.exception." + kind);
			Texts.of("payment.exception." + kind + ".help");
		});
	}

	@Test
	void nameEveryChangeOfABill() {
		Set<String> kinds = BILLING.values("Change", "kind");
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
