package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.registration.ConfirmAddress.Outcome;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RegistrationProblemsTests {

	/** The codes are released: clients know them. */
	static Stream<Arguments> outcomes() {
		return Stream.of(arguments(new Outcome.CodeRefused(TryCode.Outcome.Refused.WRONG), 422, "wrong-code", "code"),
				arguments(new Outcome.CodeRefused(TryCode.Outcome.Refused.EXPIRED), 422, "expired-code", "code"),
				arguments(new Outcome.CodeRefused(TryCode.Outcome.Refused.SPENT), 422, "code-tries-spent", "code"),
				arguments(new Outcome.CodeRefused(TryCode.Outcome.Refused.USED), 422, "code-already-used", "code"),
				arguments(new Outcome.AddressTaken(), 422, "code-already-used", "code"),
				arguments(new Outcome.Unknown(), 404, "not-found", null));
	}

	@ParameterizedTest
	@MethodSource("outcomes")
	void describesWhyAnAddressIsNotConfirmed(Outcome.NotConfirmed outcome, int status, String code, String field) {
		Problem problem = RegistrationProblems.of(outcome);
		assertThat(problem.status().value()).isEqualTo(status);
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.field()).isEqualTo(field);
	}

	/** Whose address it is must not show: both lead to signing in. */
	@Test
	void describesAnAddressThatIsTakenAsACodeThatWasUsed() {
		assertThat(RegistrationProblems.of(new Outcome.AddressTaken()))
			.isEqualTo(RegistrationProblems.of(new Outcome.CodeRefused(TryCode.Outcome.Refused.USED)))
			.isEqualTo(CodeProblems.alreadyUsed());
	}

	@ParameterizedTest
	@EnumSource
	void hasOneCodeForEachRefusal(TryCode.Outcome.Refused reason) {
		assertThat(Stream.of(TryCode.Outcome.Refused.values())
			.filter((other) -> RegistrationProblems.of(new Outcome.CodeRefused(other))
				.code()
				.equals(RegistrationProblems.of(new Outcome.CodeRefused(reason)).code())))
			.containsExactly(reason);
	}

	@ParameterizedTest(name = "{0} of waiting are {1} seconds in the header")
	@CsvSource({ "PT1S, 1", "PT0.001S, 1", "PT0.000001S, 1", "PT1.000000001S, 2", "PT59.999S, 60", "PT60S, 60",
			"PT24H, 86400" })
	void roundsWaitsUpToWholeSeconds(Duration pause, long seconds) {
		assertThat(CodeProblems.tooSoon(pause).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
		assertThat(CodeProblems.tooMany(pause).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
	}

	@Test
	void letsANetworkWithinItsLimitGoOn() {
		assertThat(RegistrationProblems.goOn(Duration.ZERO).blockOptional()).isEmpty();
	}

	@Test
	void stopsANetworkOverItsLimit() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> RegistrationProblems.goOn(Duration.ofMillis(1)).block())
			.satisfies((refused) -> assertThat(refused.problem().code()).isEqualTo("too-many-tries"))
			.satisfies((refused) -> assertThat(refused.problem().retryAfter()).isEqualTo(Duration.ofSeconds(1)));
	}

	@Test
	void namesEveryInvalidField() {
		Problem problem = RegistrationProblems.invalid(List.of(new Problem.FieldError("email", "required", "Enter it."),
				new Problem.FieldError("password", "required", "Enter it.")));
		assertThat(problem.field()).isEqualTo("email");
		assertThat(problem.errors()).extracting(Problem.FieldError::field).containsExactly("email", "password");
	}

}
