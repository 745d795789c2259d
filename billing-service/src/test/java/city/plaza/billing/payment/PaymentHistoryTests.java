package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import city.plaza.billing.payment.PaymentHistory.Step;
import city.plaza.billing.payment.provider.FailureReason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What finance reads of a payment's past. */
class PaymentHistoryTests {

	private static final Instant LATER = Instant.parse("2026-03-03T12:05:00Z");

	private final Payment begun = SamplePayments.of(PaymentState.CREATED, 25_000);

	@Test
	void beginsWithTheStartAndNamesTheCauseOfEachState() {
		Payment submitted = submitted();
		List<Step> history = PaymentHistory.of(submitted, List.of());
		assertThat(history).extracting(Step::state).containsExactly(PaymentState.CREATED, PaymentState.SUBMITTED);
		assertThat(history).extracting(Step::cause).containsExactly(null, PaymentCause.MONEY_TAKEN);
		assertThat(history.getLast().at()).isEqualTo(LATER);
	}

	@Test
	void keepsWhatWasNotedAndAddsWhatWasNot() {
		Payment posted = submitted().post(LocalDate.of(2026, 3, 4), LATER.plusSeconds(60)).orElseThrow().payment();
		Step noted = Step.into(PaymentState.POSTED, LATER.plusSeconds(61), null);
		List<Step> history = PaymentHistory.of(posted, List.of(noted));
		assertThat(history).extracting(Step::state)
			.containsExactly(PaymentState.CREATED, PaymentState.SUBMITTED, PaymentState.POSTED);
		assertThat(history.getLast()).isEqualTo(noted);
		assertThat(noted.cause()).isEqualTo(PaymentCause.POSTED_BY_FINANCE);
	}

	@Test
	void saysWhyAPaymentEndedWithoutMoney() {
		Payment failed = this.begun.fail(FailureReason.EXPIRED, LATER, null).orElseThrow().payment();
		assertThat(PaymentHistory.of(failed, List.of()).getLast())
			.isEqualTo(new Step(LATER, PaymentState.EXPIRED, PaymentCause.TIME_ELAPSED, FailureReason.EXPIRED));
	}

	private Payment submitted() {
		return this.begun.submit(SamplePayments.CARD, LATER, LATER).orElseThrow().payment();
	}

}
