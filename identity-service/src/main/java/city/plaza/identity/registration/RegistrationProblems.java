package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.password.PasswordViolation;
import city.plaza.identity.verification.CodeProblems;
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
			case ConfirmAddress.Outcome.CodeRefused(var reason) -> CodeProblems.of(reason);
			case ConfirmAddress.Outcome.AddressTaken taken -> CodeProblems.alreadyUsed();
			case ConfirmAddress.Outcome.Unknown unknown -> Problem.notFound();
		};
	}

	/** Completes where the network is within its limit; otherwise the problem. */
	static Mono<Void> goOn(Duration wait) {
		return wait.isPositive() ? Mono.error(() -> tooManyTries(wait).asException()) : Mono.empty();
	}

	private static Problem tooManyTries(Duration wait) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many people registered from this network just now. Please try again later.")
			.retryAfter(CodeProblems.roundedUp(wait));
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
			return List.of(CodeProblems.tooSoon(Duration.ofSeconds(40)), CodeProblems.tooMany(Duration.ofHours(5)),
					tooManyTries(Duration.ofMinutes(10)), CodeProblems.alreadyUsed());
		}

	}

	/** Why a code confirms nothing. */
	static class OfConfirming implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return Stream.concat(Stream.of(CODE_MISSING), CodeProblems.ofTrying().stream()).toList();
		}

	}

}
