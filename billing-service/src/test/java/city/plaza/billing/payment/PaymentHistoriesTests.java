package city.plaza.billing.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import city.plaza.billing.money.Money;
import city.plaza.billing.payment.PaymentEvent.PaymentFailed;
import city.plaza.billing.payment.PaymentEvent.PaymentPosted;
import city.plaza.billing.payment.PaymentEvent.PaymentSubmitted;
import city.plaza.billing.payment.provider.FailureReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static city.plaza.billing.payment.PaymentState.CREATED;
import static city.plaza.billing.payment.PaymentState.POSTED;
import static city.plaza.billing.payment.PaymentState.REDIRECTED;
import static city.plaza.billing.payment.PaymentState.SETTLED;
import static city.plaza.billing.payment.PaymentState.SUBMITTED;
import static city.plaza.billing.payment.SamplePayments.CARD;
import static city.plaza.billing.payment.SamplePayments.NOW;
import static city.plaza.billing.payment.SamplePayments.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Whatever is tried with a payment, and in whatever order. */
class PaymentHistoriesTests {

	private static final Instant LATER = NOW.plusSeconds(60);

	private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

	/** Each move with the states it begins in; every other state refuses it. */
	static Stream<Arguments> moves() {
		return Stream.of(Arguments.of(Move.REDIRECT, List.of(CREATED)),
				Arguments.of(Move.SUBMIT, List.of(CREATED, REDIRECTED)),
				Arguments.of(Move.CANCEL, List.of(CREATED, REDIRECTED)),
				Arguments.of(Move.EXPIRE, List.of(CREATED, REDIRECTED)),
				Arguments.of(Move.DECLINE, List.of(CREATED, REDIRECTED, SUBMITTED)),
				Arguments.of(Move.BREAK, List.of(CREATED, REDIRECTED, SUBMITTED)),
				Arguments.of(Move.POST, List.of(SUBMITTED)), Arguments.of(Move.TAKE_BACK, List.of(POSTED, SETTLED)));
	}

	@ParameterizedTest
	@MethodSource("moves")
	void makesEachMoveInItsStatesAndInNoOther(Move move, List<PaymentState> states) {
		for (PaymentState state : PaymentState.values()) {
			Payment payment = SamplePayments.of(state, 25_000, 900);
			Optional<PaymentChange> change = move.of(payment);
			assertThat(change.isPresent()).as("%s %s", move, state).isEqualTo(states.contains(state));
			change.ifPresent((made) -> {
				assertThat(made.from()).isEqualTo(state);
				assertThat(made.payment().id()).isEqualTo(payment.id());
				assertThat(made.payment().origin()).isEqualTo(payment.origin());
				assertThat(made.payment().allocations()).isEqualTo(payment.allocations());
				assertThat(made.payment().checkout().expiresAt()).isEqualTo(payment.checkout().expiresAt());
			});
		}
	}

	static LongStream seeds() {
		return LongStream.range(0, 200);
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void publishesWhatOthersNeedOnceAndInOrder(long seed) {
		Random random = new Random(seed);
		Payment payment = SamplePayments.of(CREATED, random.longs(1 + random.nextInt(5), 1, 100_000).toArray());
		long amount = payment.amount().amount();
		List<PaymentEvent> events = new ArrayList<>();
		for (int at = 0; at < 40; at++) {
			Optional<PaymentChange> change = Move.values()[random.nextInt(Move.values().length)].of(payment);
			if (change.isPresent()) {
				Optional.ofNullable(change.get().event()).ifPresent(events::add);
				payment = change.get().payment();
			}
			assertThat(payment.amount()).isEqualTo(SamplePayments.usd(amount));
			assertThat(payment.openPage() != null).isEqualTo(payment.state() == REDIRECTED);
			assertThat(payment.result().failureReason() != null).isEqualTo(payment.state().isFailed());
			assertThat(payment.result().finishedAt() != null).isEqualTo(payment.state().isFinished());
			assertThat(payment.result().method() != null).isEqualTo(payment.result().submittedAt() != null);
		}
		assertThat(events).filteredOn(PaymentSubmitted.class::isInstance).hasSizeLessThan(2);
		assertThat(events).filteredOn(PaymentFailed.class::isInstance).hasSizeLessThan(2);
		assertThat(events).filteredOn(PaymentPosted.class::isInstance).hasSizeLessThan(2);
		assertThat(events.stream().skip(1)).noneMatch(PaymentSubmitted.class::isInstance);
		assertThat(events.stream().limit(Math.max(0, events.size() - 1))).allMatch(PaymentSubmitted.class::isInstance);
		assertThat(events).allSatisfy((event) -> assertThat(amountOf(event)).isEqualTo(SamplePayments.usd(amount)));
	}

	@ParameterizedTest(name = "a {0} payment is shown with a page: {1}, finished: {2}")
	@CsvSource({ "CREATED, false, false", "REDIRECTED, true, false", "SUBMITTED, false, false", "POSTED, false, true",
			"SETTLED, false, true", "CANCELLED, false, true", "EXPIRED, false, true", "DECLINED, false, true",
			"REVERSED, false, true", "PARTLY_REFUNDED, false, true", "REFUNDED, false, true" })
	void isShownAsItStands(PaymentState state, boolean hasPage, boolean isFinished) {
		Payment payment = SamplePayments.of(state, 100, 250);
		PaymentView view = PaymentView.of(payment);
		assertThat(view.checkoutUrl()).isEqualTo(hasPage ? PAGE : null);
		assertThat(view.finished()).isEqualTo(isFinished);
		assertThat(view.amount()).isEqualTo(SamplePayments.usd(350));
		assertThat(view.failureReason() != null).isEqualTo(state.isFailed());
		assertThat(StartedPayment.of(payment).checkoutUrl()).isEqualTo(hasPage ? PAGE : null);
	}

	@ParameterizedTest
	@EnumSource
	void aRefusalOfTheBankKeepsWhatItWasPaidWith(FailureReason reason) {
		Payment submitted = SamplePayments.of(SUBMITTED, 100);
		submitted.fail(reason, LATER, null).ifPresent((change) -> {
			assertThat(change.payment().result().method()).isEqualTo(CARD);
			assertThat(change.payment().result().submittedAt()).isEqualTo(NOW);
			assertThat(change.payment().result().finishedAt()).isEqualTo(LATER);
		});
		assertThat(submitted.fail(reason, LATER, null).isPresent())
			.isEqualTo(reason == FailureReason.DECLINED || reason == FailureReason.PROCESSING_ERROR);
	}

	@Test
	void aPaymentThatIsTakenBackStaysKnownAsPosted() {
		Payment posted = SamplePayments.of(SUBMITTED, 100).post(DAY, NOW).orElseThrow().payment();
		Payment reversed = posted.takeBack(LATER).orElseThrow().payment();
		assertThat(reversed.state()).isEqualTo(PaymentState.REVERSED);
		assertThat(reversed.result().postedOn()).isEqualTo(DAY);
		assertThat(reversed.result().finishedAt()).isEqualTo(LATER);
		assertThat(reversed.takeBack(LATER)).isEmpty();
	}

	@Test
	void keepsItsOwnListOfAllocations() {
		Payment payment = SamplePayments.of(CREATED, 100);
		List<Allocation> given = new ArrayList<>(payment.allocations());
		Payment other = Payment.begin(payment.origin(), given, LATER);
		given.clear();
		assertThat(other.allocations()).hasSize(1);
		assertThat(other.checkout().nextCheckAt()).isEqualTo(LATER);
	}

	@Test
	void neitherMixesCurrenciesNorOverflows() {
		Payment dollars = SamplePayments.of(CREATED, 100);
		Allocation euros = new Allocation(SamplePayments.bill(2), SamplePayments.CUSTOMER, new Money(1, "EUR"));
		Payment mixed = Payment.begin(dollars.origin(), List.of(dollars.allocations().getFirst(), euros), LATER);
		assertThatIllegalArgumentException().isThrownBy(mixed::amount);
		Payment huge = SamplePayments.of(CREATED, Long.MAX_VALUE, 1);
		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(huge::amount);
	}

	private static Money amountOf(PaymentEvent event) {
		return switch (event) {
			case PaymentSubmitted submitted -> sum(submitted.allocations(), submitted.amount());
			case PaymentFailed failed -> sum(failed.allocations(), failed.amount());
			case PaymentPosted posted -> sum(posted.allocations(), posted.amount());
		};
	}

	/** The allocations of an event sum to its amount. */
	private static Money sum(List<Allocation> allocations, Money amount) {
		assertThat(allocations.stream().mapToLong((part) -> part.amount().amount()).sum()).isEqualTo(amount.amount());
		return amount;
	}

	/** What may be tried with a payment. */
	enum Move {

		REDIRECT, SUBMIT, CANCEL, EXPIRE, DECLINE, BREAK, POST, TAKE_BACK;

		Optional<PaymentChange> of(Payment payment) {
			return switch (this) {
				case REDIRECT -> payment.redirect(PAGE, payment.checkout().expiresAt(), LATER);
				case SUBMIT -> payment.submit(CARD, LATER, LATER);
				case CANCEL -> payment.fail(FailureReason.CANCELLED, LATER, null);
				case EXPIRE -> payment.fail(FailureReason.EXPIRED, LATER, null);
				case DECLINE -> payment.fail(FailureReason.DECLINED, LATER, null);
				case BREAK -> payment.fail(FailureReason.PROCESSING_ERROR, LATER, null);
				case POST -> payment.post(DAY, LATER);
				case TAKE_BACK -> payment.takeBack(LATER);
			};
		}

	}

}
