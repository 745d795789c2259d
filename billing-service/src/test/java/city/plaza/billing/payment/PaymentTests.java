package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import city.plaza.billing.access.ResidentId;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.PaymentReference;
import city.plaza.billing.money.Money;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaymentTests {

	private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private static final Instant LATER = NOW.plusSeconds(900);

	private static final URI PAGE = URI.create("https://pay.example/c/1");

	private static final PaymentMethod CARD = new PaymentMethod("visa", "4242");

	private final Payment created = Payment.begin(
			new Payment.Origin(PaymentReference.next(), new ResidentId(UUID.randomUUID()), "sandbox", NOW),
			List.of(allocation("1", 25000), allocation("2", 900)), LATER);

	@Test
	void thereIsNoPaymentOfNothing() {
		assertThatThrownBy(() -> Payment.begin(this.created.origin(), List.of(), LATER))
			.isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void itsAmountIsTheSumOfItsAllocations() {
		assertThat(this.created.amount()).isEqualTo(new Money(25900, "USD"));
	}

	@Test
	void canBePaidOnItsPageOnceRedirected() {
		PaymentChange change = this.created.redirect(PAGE, LATER, NOW).orElseThrow();
		assertThat(change.from()).isEqualTo(PaymentState.CREATED);
		assertThat(change.event()).isNull();
		assertThat(change.payment().openPage()).isEqualTo(PAGE);
		assertThat(this.created.openPage()).isNull();
		assertThat(change.payment().redirect(PAGE, LATER, NOW)).isEmpty();
	}

	@Test
	void isSubmittedOnceAndTheReceiptGoesOut() {
		PaymentChange change = redirected().submit(CARD, NOW, LATER).orElseThrow();
		assertThat(change.payment().state()).isEqualTo(PaymentState.SUBMITTED);
		assertThat(change.payment().checkout().nextCheckAt()).isEqualTo(LATER);
		assertThat(change.event()).isEqualTo(PaymentEvent.PaymentSubmitted.of(redirected(), CARD, NOW));
		assertThat(change.payment().submit(CARD, NOW, LATER)).isEmpty();
	}

	@Test
	void isSubmittedAtOnceWhereItsPageWasNeverSeen() {
		PaymentChange change = this.created.submit(CARD, NOW, LATER).orElseThrow();
		assertThat(change.from()).isEqualTo(PaymentState.CREATED);
		assertThat(change.payment().state()).isEqualTo(PaymentState.SUBMITTED);
	}

	@ParameterizedTest
	@EnumSource
	void failsForEachReasonWhileItIsOpen(FailureReason reason) {
		PaymentChange change = redirected().fail(reason, NOW, null).orElseThrow();
		assertThat(change.payment().state().isFailed()).isTrue();
		assertThat(change.payment().result().failureReason()).isEqualTo(reason);
		assertThat(change.payment().openPage()).isNull();
		assertThat(change.event()).isInstanceOf(PaymentEvent.PaymentFailed.class);
		assertThat(change.payment().fail(reason, NOW, null)).isEmpty();
		assertThat(change.payment().submit(CARD, NOW, LATER)).isEmpty();
	}

	@Test
	void aSubmittedOneFailsOnlyByItsBank() {
		Payment submitted = redirected().submit(CARD, NOW, LATER).orElseThrow().payment();
		assertThat(submitted.fail(FailureReason.CANCELLED, NOW, null)).isEmpty();
		assertThat(submitted.fail(FailureReason.EXPIRED, NOW, null)).isEmpty();
		assertThat(submitted.fail(FailureReason.DECLINED, NOW, null).orElseThrow().payment().result().method())
			.isEqualTo(CARD);
	}

	@Test
	void isPostedOnlyOnceSubmitted() {
		LocalDate day = LocalDate.of(2026, 3, 3);
		assertThat(redirected().post(day, NOW)).isEmpty();
		Payment submitted = redirected().submit(CARD, NOW, LATER).orElseThrow().payment();
		PaymentChange posted = submitted.post(day, LATER).orElseThrow();
		assertThat(posted.payment().result().postedOn()).isEqualTo(day);
		assertThat(posted.payment().checkout().nextCheckAt()).isNull();
		assertThat(posted.payment().fail(FailureReason.DECLINED, NOW, null)).isEmpty();
	}

	@Test
	void expiresAtItsVeryInstant() {
		assertThat(this.created.isExpired(LATER.minusNanos(1))).isFalse();
		assertThat(this.created.isExpired(LATER)).isTrue();
	}

	private static Allocation allocation(String bill, long cents) {
		return new Allocation(new BillNumber(bill), new CustomerNumber("C1"), new Money(cents, "USD"));
	}

	private Payment redirected() {
		return this.created.redirect(PAGE, LATER, NOW).orElseThrow().payment();
	}

}
