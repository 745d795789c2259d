package city.plaza.identity.reset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a password is not reset. */
final class ResetProblems {

	private static final Problem.FieldError NO_CODE = new Problem.FieldError("code", "required",
			"Enter the code we sent you.");

	private ResetProblems() {
	}

	static Problem.FieldError noAddress(@Nullable String email) {
		return (email == null || email.isBlank())
				? new Problem.FieldError("email", "required", "Enter your email address.")
				: new Problem.FieldError("email", "invalid-email", "Enter an email address, such as name@example.com.");
	}

	/** All that is missing or too weak; empty where all is there. */
	static List<Problem.FieldError> errors(@Nullable String code, @Nullable PasswordViolation violation) {
		List<Problem.FieldError> errors = new ArrayList<>();
		if (code == null || code.isBlank()) {
			errors.add(NO_CODE);
		}
		if (violation != null) {
			errors.add(new Problem.FieldError("password", violation.code(), violation.message()));
		}
		return errors;
	}

	static Problem of(CompleteReset.Outcome.NotCompleted outcome) {
		return switch (outcome) {
			case CompleteReset.Outcome.CodeRefused(var reason) -> CodeProblems.of(reason);
			case CompleteReset.Outcome.Unknown unknown -> Problem.notFound();
		};
	}

	/** Completes where the network is within its limit; otherwise the problem. */
	static Mono<Void> goOn(Duration wait) {
		return wait.isPositive() ? Mono.error(() -> tooManyTries(wait).asException()) : Mono.empty();
	}

	private static Problem tooManyTries(Duration wait) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many codes were asked for from this network just now. Please try again later.")
			.retryAfter(CodeProblems.roundedUp(wait));
	}

	/** All that can be wrong with a request. */
	static class OfRequesting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(Stream.of("", "x").map(ResetProblems::noAddress).toList()),
					tooManyTries(Duration.ofMinutes(10)));
		}

	}

	/** Why no other code is sent. */
	static class OfAnotherCode implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(CodeProblems.tooSoon(Duration.ofSeconds(40)), CodeProblems.tooMany(Duration.ofHours(5)),
					tooManyTries(Duration.ofMinutes(10)), CodeProblems.alreadyUsed());
		}

	}

	/** Why the password stays as it was. */
	static class OfCompleting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			List<Problem.FieldError> fields = Stream
				.concat(Stream.of(NO_CODE),
						Stream.of(PasswordViolation.values()).flatMap((violation) -> errors("1", violation).stream()))
				.toList();
			return Stream
				.of(Stream.of(Problem.invalid(fields)), CodeProblems.ofTrying().stream(),
						Stream.of(tooManyTries(Duration.ofMinutes(10)), PasswordHashes.BUSY))
				.flatMap((problems) -> problems)
				.toList();
		}

	}

}
