package city.plaza.billing.payment;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is concluded from a provider that gives no answer. */
class CheckoutsTests {

	private static final Duration TIMEOUT = Duration.ofMillis(1500);

	private final Payment payment = SamplePayments.of(PaymentState.REDIRECTED, 25_000, 900);

	/**
	 * Of its own: one for all schedulers would stop those of other tests in this process.
	 */
	private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

	/** What the provider does with the next call. */
	private Mono<CheckoutStatus> answer = Mono.empty();

	private CheckoutOrder order;

	static Stream<Function<CheckoutsTests, Mono<CheckoutStatus>>> calls() {
		return Stream.of((test) -> test.checkouts().open(test.payment), (test) -> test.checkouts().query(test.payment),
				(test) -> test.checkouts().close(test.payment, FailureReason.CANCELLED));
	}

	@ParameterizedTest
	@MethodSource("calls")
	void waitsForAnAnswerOnlyForAWhile(Function<CheckoutsTests, Mono<CheckoutStatus>> call) {
		this.answer = Mono.never();
		CompletableFuture<CheckoutStatus> status = call.apply(this).toFuture();
		this.timer.advanceTimeBy(TIMEOUT.minusMillis(1));
		assertThat(status).isNotDone();
		this.timer.advanceTimeBy(Duration.ofMillis(1));
		assertThat(status).isCompletedExceptionally();
		assertThat(status.exceptionNow()).isInstanceOf(ProviderSilentException.class);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void takesAnAnswerOfTheLastMoment(Function<CheckoutsTests, Mono<CheckoutStatus>> call) {
		CheckoutStatus paid = new CheckoutStatus.Paid(this.payment.amount(), SamplePayments.CARD);
		this.answer = Mono.just(paid).delayElement(TIMEOUT.minusMillis(1), this.timer);
		CompletableFuture<CheckoutStatus> status = call.apply(this).toFuture();
		this.timer.advanceTimeBy(TIMEOUT.minusMillis(1));
		assertThat(status).isCompletedWithValue(paid);
	}

	@ParameterizedTest
	@MethodSource("calls")
	void knowsNothingWhereTheProviderFails(Function<CheckoutsTests, Mono<CheckoutStatus>> call) {
		for (RuntimeException failure : List.of(new IllegalStateException("500"),
				new IllegalArgumentException("no JSON"), new NullPointerException())) {
			this.answer = Mono.error(failure);
			StepVerifier.create(call.apply(this))
				.verifyErrorSatisfies(
						(error) -> assertThat(error).isInstanceOf(ProviderSilentException.class).hasCause(failure));
		}
	}

	@ParameterizedTest
	@MethodSource("calls")
	void anAdapterThatThrowsIsAsSilent(Function<CheckoutsTests, Mono<CheckoutStatus>> call) {
		this.answer = null;
		StepVerifier.create(call.apply(this)).verifyError(ProviderSilentException.class);
	}

	@Test
	void ordersTheWholePaymentUntilItsExpiry() {
		this.answer = Mono.just(new CheckoutStatus.None());
		checkouts().open(this.payment).block();
		assertThat(this.order).isEqualTo(new CheckoutOrder(this.payment.id(), this.payment.reference().value(), "City",
				SamplePayments.usd(25_900), SamplePayments.NOW.plus(Duration.ofMinutes(15)),
				URI.create("https://plaza.example/payments/" + this.payment.id())));
	}

	private Checkouts checkouts() {
		Duration minute = Duration.ofMinutes(1);
		PaymentSettings settings = new PaymentSettings("sandbox", "City", URI.create("https://plaza.example/payments"),
				Duration.ofMinutes(15), minute, TIMEOUT, minute, minute, minute);
		return new Checkouts(new PaymentProviders(List.of(new Provider()), settings), settings,
				Clock.fixed(SamplePayments.NOW, ZoneOffset.UTC), this.timer);
	}

	/** Does what the test says. */
	private final class Provider implements PaymentProvider {

		@Override
		public String name() {
			return "sandbox";
		}

		@Override
		public Mono<CheckoutStatus> createCheckout(CheckoutOrder order) {
			CheckoutsTests.this.order = order;
			return answer();
		}

		@Override
		public Mono<CheckoutStatus> query(PaymentId payment) {
			return answer();
		}

		@Override
		public Mono<CheckoutStatus> close(PaymentId payment, FailureReason reason) {
			return answer();
		}

		@Override
		public NotificationReading read(HttpHeaders headers, byte[] body) {
			return new NotificationReading.Refused("not asked");
		}

		private Mono<CheckoutStatus> answer() {
			if (CheckoutsTests.this.answer == null) {
				throw new IllegalStateException("An adapter with a bug");
			}
			return CheckoutsTests.this.answer;
		}

	}

}
