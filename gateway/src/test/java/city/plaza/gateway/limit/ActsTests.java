package city.plaza.gateway.limit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ActsTests {

	private static final LimitSettings.Rate RATE = new LimitSettings.Rate(10, 1, Duration.ofSeconds(1));

	@ParameterizedTest
	@CsvSource({ "POST, /api/v1/sessions, sign-in", "POST, /sign-in, sign-in",
			"POST, /api/v1/sessions/refresh, sign-in", "POST, /sign-in/second-step, sign-in",
			"POST, /api/v1/sessions/second-factor, sign-in",
			"POST, /api/v1/sessions/second-factor/passkeys/options, sign-in", "POST, /sign-in/passkey/new, sign-in",
			"POST, /sign-in/passkey/new/options, sign-in", "POST, /api/v1/%73essions, sign-in",
			"POST, /api/v1/sessions?a=/api/v1/payments, sign-in", "POST, /api/v1/registrations, sign-up",
			"POST, /register, sign-up", "POST, /api/v1/registrations/7/confirmation, code",
			"POST, /register/7/code, code", "POST, /forgot-password, sign-up", "POST, /forgot-password/7, code",
			"POST, /api/v1/password-resets, sign-up", "POST, /api/v1/password-resets/7/completion, code",
			"POST, /api/v1/customer-links/disputes, code", "POST, /link-disputes/abc, code",
			"POST, /api/v1/customer-links, link", "POST, /linked-accounts/new, link", "POST, /bill-search, lookup",
			"POST, /api/v1/bill-lookups, lookup", "GET, /api/v1/bill-lookups/abc, none",
			"POST, /bill-search/close, none", "POST, /api/v1/payments, payment", "POST, /bills/62825/pay, payment",
			"POST, /sandbox-provider/checkouts/7, payment", "GET, /api/v1/sessions, none",
			"HEAD, /api/v1/sessions, none", "DELETE, /api/v1/sessions/current, none", "PUT, /api/v1/payments, none",
			"POST, /api/v1/payments/7, none", "POST, /api/v1/Sessions, none", "POST, /bills/62825/x/pay, none",
			"POST, /, none", "POST, /api/v1/bill-search, none" })
	void holdsEachRequestForTheActThatItIs(String method, String path, String rate) throws IOException {
		assertThat(new Acts(shipped())
			.rateOf(MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(path)).build())
			.orElse("none")).isEqualTo(rate);
	}

	@Test
	void shipsRatesThatFillWithinTheTimeTheyAreKept() throws IOException {
		assertThat(Buckets.keptFor(shipped())).isEqualTo(Duration.ofMinutes(15));
	}

	/** Forgotten after a quarter of an hour, a slow bucket was full again. */
	@ParameterizedTest
	@CsvSource({ "10, 10, PT1H, PT1H", "10, 1, PT1H, PT10H", "1, 10, PT1H, PT15M", "3, 2, PT30M, PT45M",
			"9223372036854775807, 1, PT1H, PT24H", "4000, 2000, PT1S, PT15M",
			"1, 1, PT15M0.000000001S, PT15M0.000000001S" })
	void keepsABucketUntilItIsFull(long burst, long tokens, Duration per, Duration kept) {
		LimitSettings settings = settings(new LimitSettings.Rate(burst, tokens, per));
		assertThat(Buckets.keptFor(settings)).isEqualTo(kept);
	}

	/** It was found out at the first request, by a 500 for everybody. */
	@ParameterizedTest
	@CsvSource({ "0, 1, PT1S, burst", "-1, 1, PT1S, burst", "1, 0, PT1S, tokens", "1, 1, PT0S, per",
			"1, 1, PT-1S, per" })
	void refusesARateThatNeverFillsAtTheStart(long burst, long tokens, Duration per, String wrong) {
		try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
			Set<?> violations = validation.getValidator()
				.validate(settings(new LimitSettings.Rate(burst, tokens, per)));
			assertThat(violations).singleElement().asString().contains("propertyPath=rates[slow]." + wrong);
			assertThat(validation.getValidator().validate(settings(RATE))).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "general", "guesses" })
	void needsTheRatesThatAlwaysCount(String missing) {
		Map<String, LimitSettings.Rate> rates = Map.of(missing.equals("general") ? "guesses" : "general", RATE);
		assertThatIllegalArgumentException().isThrownBy(() -> new LimitSettings(rates, List.of(), 4, 10))
			.withMessage("plaza.gateway.limit.rates." + missing + " is missing.");
	}

	private static LimitSettings settings(LimitSettings.Rate slow) {
		return new LimitSettings(Map.of("general", RATE, "guesses", RATE, "slow", slow), List.of(), 4, 10);
	}

	/** As application.yml has them. */
	private static LimitSettings shipped() throws IOException {
		return new Binder(ConfigurationPropertySources
			.from(new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))))
			.bind("plaza.gateway.limit", LimitSettings.class)
			.get();
	}

}
