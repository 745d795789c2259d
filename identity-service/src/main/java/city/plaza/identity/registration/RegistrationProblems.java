package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a registration is refused. */
final class RegistrationProblems {

	static final Problem CODE_MISSING = Problem
		.invalid(List.of(new Problem.FieldError("code", "required", "Enter the code we sent you.")));

	private RegistrationProblems() {
	}

	static Problem invalid(List<Problem.FieldError> errors) {
		return Problem.invalid(errors);
	}

	static Problem of(ConfirmAddress.Outcome.NotConfirmed outcome) {
		return switch (outcome) {
			case ConfirmAddress.Outcome.CodeRefused(var reason) -> of(reason);
			case ConfirmAddress.Outcome.AddressTaken taken -> alreadyUsed();
			case ConfirmAddress.Outcome.Unknown unknown -> Problem.notFound();
		};
	}

	private static Problem of(TryCode.Outcome.Refused reason) {
		return switch (reason) {
			case WRONG -> code("wrong-code", "This is not the code we sent. Check it and try again.");
			case EXPIRED -> code("expired-code", "This code is too old. Ask for another one.");
			case SPENT -> code("code-tries-spent", "This code was tried too often. Ask for another one.");
			case USED -> alreadyUsed();
		};
	}

	static Problem alreadyUsed() {
		return code("code-already-used", "This code has been used. Sign in with your e-mail address and password.");
	}

	/** Completes where the network is within its limit; otherwise the problem. */
	static Mono<Void> goOn(Duration wait) {
		return wait.isPositive() ? Mono.error(() -> tooManyTries(wait).asException()) : Mono.empty();
	}

	private static Problem tooManyTries(Duration wait) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many people registered from this network just now. Please try again later.")
			.retryAfter(roundedUp(wait));
	}

	static Problem tooSoon(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "resend-too-soon",
					"The last code may still be on its way. Look into your spam folder, or try again in a minute.")
			.retryAfter(roundedUp(pause));
	}

	static Problem tooMany(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes",
					"This address has been sent the most codes we send in 24 hours. Please try again later.")
			.retryAfter(roundedUp(pause));
	}

	/** All that can be wrong with a registration. */
	static class OfRegistering implements ProblemSamples {

		@Override
		public List<Problem> list() {
			Stream<Problem.FieldError> passwords = Stream.of(PasswordViolation.values())
				.map((fault) -> new Problem.FieldError("password", fault.code(), fault.message()));
			Stream<Problem.FieldError> names = Stream.of(PersonName.Violation.values())
				.map((fault) -> new Problem.FieldError("givenName", fault.code(), fault.message()));
			Stream<Problem.FieldError> addresses = Stream.of("", "x").map(ReadRegistration::noAddress);
			return List.of(invalid(Stream.of(addresses, passwords, names).flatMap((errors) -> errors).toList()),
					tooManyTries(Duration.ofMinutes(10)), PasswordHashes.BUSY);
		}

	}

	/** Why no other code is sent. */
	static class OfAnotherCode implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(tooSoon(Duration.ofSeconds(40)), tooMany(Duration.ofHours(5)),
					tooManyTries(Duration.ofMinutes(10)), alreadyUsed());
		}

	}

	/** Why a code confirms nothing. */
	static class OfConfirming implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return Stream
				.concat(Stream.of(CODE_MISSING),
						Stream.of(TryCode.Outcome.Refused.values()).map(RegistrationProblems::of))
				.toList();
		}

	}

	private static Problem code(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field("code");
	}

	// The header is in whole seconds: rounded down, the client would come too soon.
	private static Duration roundedUp(Duration pause) {
		return Duration.ofSeconds(pause.plusNanos(999_999_999).toSeconds());
	}

}
