package city.plaza.platform.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class ProblemTests {

	private static final FieldError NAME = new FieldError("name", "required", "Enter a name.");

	private static final FieldError CODE = new FieldError("code", "wrong-length", "Enter three letters.");

	/** What is released stays. */
	static Stream<Arguments> released() {
		return Stream.of(arguments(Problem.notFound(), 404, "not-found"),
				arguments(Problem.unavailable(), 503, "temporarily-unavailable"),
				arguments(Problem.malformed(), 400, "malformed-request"),
				arguments(Problem.tooLarge(), 413, "request-too-large"),
				arguments(Problem.invalid(List.of(NAME)), 422, "invalid-request"),
				arguments(Problem.internal(), 500, "internal-error"),
				arguments(Problem.ofStatus(HttpStatus.NOT_ACCEPTABLE), 406, "not-acceptable"),
				arguments(Problem.ofStatus(HttpStatus.METHOD_NOT_ALLOWED), 405, "method-not-allowed"),
				arguments(Problem.ofStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE), 415, "unsupported-media-type"));
	}

	@ParameterizedTest
	@MethodSource("released")
	void keepsItsStatusAndCodeAndIsASentence(Problem problem, int status, String code) {
		assertThat(problem.status().value()).isEqualTo(status);
		assertThat(problem.code()).isEqualTo(code);
		assertThat(problem.detail()).matches("[A-Z].*\\.");
	}

	@ParameterizedTest
	@EnumSource(HttpStatus.class)
	void hasACodeForProgramsWhateverTheStatus(HttpStatus status) {
		Problem problem = Problem.ofStatus(status);
		assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
		assertThat(problem.status()).isEqualTo(status);
	}

	@Test
	void namesTheFirstOfSeveralFieldsUnlessOneIsNamed() {
		assertThat(Problem.malformed().errors(List.of(NAME, CODE)).field()).isEqualTo("name");
		assertThat(Problem.malformed().field("money").errors(List.of(NAME, CODE)).field()).isEqualTo("money");
		assertThat(Problem.malformed().errors(List.of()).field()).isNull();
		assertThat(Problem.invalid(List.of(CODE)).field()).isEqualTo("code");
	}

	@Test
	void isTheSameInWhateverOrderItIsPutTogether() {
		Problem one = Problem.malformed().field("x").retryAfter(Duration.ofSeconds(3)).errors(List.of(NAME));
		Problem other = Problem.malformed().errors(List.of(NAME)).retryAfter(Duration.ofSeconds(3)).field("x");
		assertThat(one).isEqualTo(other);
		assertThat(Problem.malformed().retryAfter()).as("the one it was made of").isNull();
	}

	@Test
	void doesNotChangeWithTheListItWasMadeOf() {
		List<FieldError> errors = new ArrayList<>(List.of(NAME));
		Problem problem = Problem.invalid(errors);
		errors.clear();
		assertThat(problem.errors()).containsExactly(NAME);
	}

	@Test
	void leavesAChainWithoutAStackTrace() {
		ProblemException thrown = Problem.notFound().asException();
		assertThat(thrown.problem()).isEqualTo(Problem.notFound());
		assertThat(thrown.getStackTrace()).isEmpty();
		thrown.addSuppressed(new IllegalStateException());
		assertThat(thrown.getSuppressed()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "NotNull, required", "NotBlank, required", "NotEmpty, required", "Size, wrong-length",
			"typeMismatch, wrong-type", "Max, max", "PositiveOrZero, positive-or-zero", "DecimalMin, decimal-min",
			"AssertTrue, assert-true", "FutureOrPresent, future-or-present", "Email, email", "UUID, uuid",
			"CreditCardNumber, credit-card-number", "invalid, invalid" })
	void namesWhatIsWrongWithAFieldByItsConstraint(String constraint, String code) {
		assertThat(FieldCodes.of(constraint)).isEqualTo(code);
		assertThat(FieldCodes.of(code)).as("a code is its own").isEqualTo(code);
	}

}
