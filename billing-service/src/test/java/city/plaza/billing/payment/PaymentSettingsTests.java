package city.plaza.billing.payment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.billing.payment.provider.CheckoutOrder;
import city.plaza.billing.payment.provider.CheckoutStatus;
import city.plaza.billing.payment.provider.FailureReason;
import city.plaza.billing.payment.provider.NotificationReading;
import city.plaza.billing.payment.provider.PaymentId;
import city.plaza.billing.payment.provider.PaymentProvider;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What an operator may write about payments, and what is refused at the start. */
class PaymentSettingsTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final Duration SECOND = Duration.ofSeconds(1);

	@ParameterizedTest
	@ValueSource(strings = { "https://plaza.example/payments", "https://plaza.example/payments/" })
	void sendsTheBrowserBackToThePayment(String address) {
		Payment payment = SamplePayments.of(PaymentState.CREATED, 100);
		assertThat(settings(address, "sandbox").returnAddressOf(payment))
			.isEqualTo(URI.create("https://plaza.example/payments/" + payment.id()));
	}

	/** Each of the durations alone, a moment below its least. */
	@ParameterizedTest(name = "{0} of {1} ms: {2}")
	@CsvSource({ "checkoutExpiry, 1000, true", "checkoutExpiry, 999, false", "startTimeout, 1000, true",
			"startTimeout, 999, false", "providerTimeout, 100, true", "providerTimeout, 99, false",
			"recheck, 1000, true", "recheck, 0, false", "recheckSubmitted, 1000, true",
			"recheckSubmitted, -1000, false", "sweepInterval, 50, true", "sweepInterval, 49, false" })
	void waitsNoShorterThanMakesSense(String setting, long millis, boolean isGood) {
		Duration duration = Duration.ofMillis(millis);
		PaymentSettings settings = new PaymentSettings("sandbox", "City", URI.create("https://plaza.example/"),
				or(setting, "checkoutExpiry", duration), or(setting, "startTimeout", duration),
				or(setting, "providerTimeout", duration), or(setting, "recheck", duration),
				or(setting, "recheckSubmitted", duration), or(setting, "sweepInterval", duration));
		assertThat(violations(settings)).isEqualTo(isGood ? Set.of() : Set.of(setting));
	}

	@ParameterizedTest(name = "{0} an hour, {1} a day, asked again after {2} ms: {3}")
	@CsvSource({ "1, 1, 1, ", "0, 1, 1, startsAnHour", "1, 0, 1, startsADay", "1, 1, 0, askAgain",
			"-1, 60, 2000, startsAnHour" })
	void aLimitIsAtLeastOne(int hour, int day, long millis, String field) {
		assertThat(violations(new PaymentLimits(hour, day, Duration.ofMillis(millis))))
			.isEqualTo((field != null) ? Set.of(field) : Set.of());
	}

	@Test
	void doesNotStartWithAProviderThatThereIsNot() {
		List<PaymentProvider> providers = List.of(new Named("sandbox"), new Named("other"));
		assertThatIllegalStateException()
			.isThrownBy(() -> new PaymentProviders(providers, settings("https://plaza.example/", "stripe")))
			.withMessageContainingAll("plaza.billing.payment.provider", "stripe", "sandbox", "other");
	}

	@Test
	void asksTheProviderThatAPaymentWasOpenedAt() {
		PaymentProvider sandbox = new Named("sandbox");
		PaymentProvider other = new Named("other");
		Payment payment = SamplePayments.of(PaymentState.REDIRECTED, 100);
		assertThat(
				new PaymentProviders(List.of(other, sandbox), settings("https://plaza.example/", "other")).of(payment))
			.isSameAs(sandbox);
		PaymentProviders without = new PaymentProviders(List.of(other), settings("https://plaza.example/", "other"));
		assertThat(without.named("sandbox")).isEmpty();
		assertThat(without.named("Other")).isEmpty();
		assertThatIllegalStateException().isThrownBy(() -> without.of(payment))
			.withMessageContainingAll(payment.id().toString(), "sandbox");
	}

	private static Duration or(String setting, String name, Duration duration) {
		return setting.equals(name) ? duration : SECOND;
	}

	private static PaymentSettings settings(String returnAddress, String provider) {
		return new PaymentSettings(provider, "City", URI.create(returnAddress), SECOND, SECOND, SECOND, SECOND, SECOND,
				SECOND);
	}

	private static Set<String> violations(Object settings) {
		return VALIDATOR.validate(settings)
			.stream()
			.map((violation) -> violation.getPropertyPath().toString())
			.collect(Collectors.toSet());
	}

	/** Knows its name and nothing else. */
	private record Named(String name) implements PaymentProvider {

		@Override
		public Mono<CheckoutStatus> createCheckout(CheckoutOrder order) {
			return Mono.error(UnsupportedOperationException::new);
		}

		@Override
		public Mono<CheckoutStatus> query(PaymentId payment) {
			return Mono.error(UnsupportedOperationException::new);
		}

		@Override
		public Mono<CheckoutStatus> close(PaymentId payment, FailureReason reason) {
			return Mono.error(UnsupportedOperationException::new);
		}

		@Override
		public NotificationReading read(HttpHeaders headers, byte[] body) {
			throw new UnsupportedOperationException();
		}

	}

}
