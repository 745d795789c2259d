package city.plaza.billing.payment;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PaymentException.Kind;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.platform.testing.PlazaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;

import static city.plaza.billing.payment.PaymentState.CREATED;
import static city.plaza.billing.payment.PaymentState.DECLINED;
import static city.plaza.billing.payment.PaymentState.REDIRECTED;
import static city.plaza.billing.payment.PaymentState.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the provider reports of a payment in whatever state, once and again. */
@PlazaTest
class ConcludeCheckoutTests {

	private static final long CENTS = StoredPayments.CENTS;

	private static final Set<PaymentState> OPEN = EnumSet.of(CREATED, REDIRECTED);

	@Autowired
	private ConcludeCheckout concludeCheckout;

	@Autowired
	private Payments payments;

	@Autowired
	private StoredPayments stored;

	@AfterEach
	void endThem() {
		this.stored.endAll();
	}

	static Stream<Arguments> allPairs() {
		return Arrays.stream(PaymentState.values())
			.flatMap((state) -> Arrays.stream(Report.values()).map((report) -> Arguments.of(state, report)));
	}

	@ParameterizedTest(name = "a {0} payment: {1}")
	@MethodSource("allPairs")
	void concludesTheSameHoweverOftenItIsReported(PaymentState state, Report report) {
		Payment payment = this.payments.find(this.stored.in(state).id()).block();
		for (int time = 0; time < 2; time++) {
			Payment after = this.concludeCheckout.conclude(payment.id(), report.status).block();
			assertThat(after.state()).isEqualTo(expected(state, report));
			assertThat(after).isEqualTo(this.payments.find(payment.id()).block());
			assertThat(this.stored.exceptions(payment.id())).isEqualTo(expectedException(state, report));
			assertThat(this.stored.isPending(payment)).isEqualTo(!after.state().isFinished());
			if (ConcludeCheckout.isKnown(payment, report.status)) {
				assertThat(after).as("what is known changes nothing").isEqualTo(payment);
			}
		}
	}

	@Test
	void knowsTheUsualReports() {
		assertThat(ConcludeCheckout.isKnown(this.stored.in(REDIRECTED), Report.OPEN.status)).isTrue();
		assertThat(ConcludeCheckout.isKnown(this.stored.in(SUBMITTED), Report.PAID.status)).isTrue();
		assertThat(ConcludeCheckout.isKnown(this.stored.in(CREATED), Report.OPEN.status)).isFalse();
		assertThat(ConcludeCheckout.isKnown(this.stored.in(REDIRECTED), Report.PAID.status)).isFalse();
	}

	@ParameterizedTest
	@EnumSource
	void onlyACreatedPaymentEndsBecauseTheProviderNeverSawIt(PaymentState state) {
		Payment payment = this.stored.in(state);
		for (int time = 0; time < 2; time++) {
			Payment after = this.concludeCheckout.neverOpened(payment.id(), FailureReason.EXPIRED).block();
			assertThat(after.state()).isEqualTo((state == CREATED) ? PaymentState.EXPIRED : state);
			assertThat(this.stored.exceptions(payment.id()))
				.isEqualTo((state == REDIRECTED) ? List.of(Kind.UNKNOWN_AT_PROVIDER) : List.of());
		}
	}

	@Test
	void aCreatedPaymentThatEndedIsAskedAboutOnceMore() {
		Payment payment = this.stored.in(CREATED);
		Payment after = this.concludeCheckout.neverOpened(payment.id(), FailureReason.CANCELLED).block();
		assertThat(after.checkout().nextCheckAt()).isNotNull().isAfter(after.result().finishedAt());
		Payment sure = this.concludeCheckout.conclude(payment.id(), Report.NONE.status).block();
		assertThat(sure.checkout().nextCheckAt()).isNull();
	}

	@Test
	void aPageIsLookedAtAgainNoLaterThanItExpires() {
		Instant soon = Instant.now().plusSeconds(2);
		URI page = URI.create("https://pay.example/c/2");
		Payment payment = this.stored.in(CREATED);
		Payment after = this.concludeCheckout.conclude(payment.id(), new CheckoutStatus.Open(page, soon)).block();
		assertThat(after.openPage()).isEqualTo(page);
		assertThat(after.checkout().nextCheckAt()).isEqualTo(after.checkout().expiresAt());
	}

	@Test
	void concludesNothingOfAPaymentThatIsNotThere() {
		assertThat(this.concludeCheckout.conclude(PaymentId.random(), Report.PAID.status).block()).isNull();
		assertThat(this.concludeCheckout.neverOpened(PaymentId.random(), FailureReason.EXPIRED).block()).isNull();
	}

	private static PaymentState expected(PaymentState state, Report report) {
		return switch (report) {
			case NONE, OTHER_AMOUNT, OTHER_CURRENCY -> state;
			case OPEN -> (state == CREATED) ? REDIRECTED : state;
			case PAID -> OPEN.contains(state) ? SUBMITTED : state;
			case CANCELLED -> OPEN.contains(state) ? PaymentState.CANCELLED : state;
			case EXPIRED -> OPEN.contains(state) ? PaymentState.EXPIRED : state;
			case DECLINED, BROKEN -> (OPEN.contains(state) || state == SUBMITTED) ? DECLINED : state;
		};
	}

	private static List<Kind> expectedException(PaymentState state, Report report) {
		boolean isFailed = EnumSet.of(PaymentState.CANCELLED, PaymentState.EXPIRED, DECLINED).contains(state);
		return switch (report) {
			case NONE, OPEN, CANCELLED, EXPIRED -> List.of();
			case PAID -> isFailed ? List.of(Kind.PAID_AFTER_END) : List.of();
			case OTHER_AMOUNT, OTHER_CURRENCY -> List.of(isFailed ? Kind.PAID_AFTER_END : Kind.WRONG_AMOUNT);
			case DECLINED, BROKEN -> (state == SUBMITTED) ? List.of(Kind.REFUSED_AFTER_SUBMISSION) : List.of();
		};
	}

	/** What a provider may report. */
	enum Report {

		NONE(new CheckoutStatus.None()), OPEN(new CheckoutStatus.Open(SamplePayments.PAGE, StoredPayments.MUCH_LATER)),
		PAID(paid(CENTS, "USD")), OTHER_AMOUNT(paid(CENTS - 1, "USD")), OTHER_CURRENCY(paid(CENTS, "CAD")),
		CANCELLED(failed(FailureReason.CANCELLED)), EXPIRED(failed(FailureReason.EXPIRED)),
		DECLINED(failed(FailureReason.DECLINED)), BROKEN(failed(FailureReason.PROCESSING_ERROR));

		private final CheckoutStatus status;

		Report(CheckoutStatus status) {
			this.status = status;
		}

		private static CheckoutStatus paid(long cents, String currency) {
			return new CheckoutStatus.Paid(new Money(cents, currency), SamplePayments.CARD);
		}

		private static CheckoutStatus failed(FailureReason reason) {
			return new CheckoutStatus.Failed(reason);
		}

	}

}
