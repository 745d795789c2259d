package city.plaza.identity.email;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.session.RecentProof;
import city.plaza.identity.verification.CodeProblems;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/** Why an address is not changed. */
final class EmailChangeProblems {

	static final Problem.FieldError SAME = new Problem.FieldError("email", "same-email",
			"You sign in with this address already.");

	static final Problem NO_CODE = Problem
		.invalid(List.of(new Problem.FieldError("code", "required", "Enter the code we sent you.")));

	static final Problem UNDO_UNKNOWN = Problem.of(HttpStatus.NOT_FOUND, "not-found",
			"This link is too old or was used already.");

	static final Problem UNDO_TAKEN = Problem.of(HttpStatus.CONFLICT, "email-taken",
			"Another account has this address now. Contact the help desk.");

	private EmailChangeProblems() {
	}

	static Problem.FieldError noAddress(@Nullable String email) {
		return (email == null || email.isBlank())
				? new Problem.FieldError("email", "required", "Enter your email address.")
				: new Problem.FieldError("email", "invalid-email", "Enter an email address, such as name@example.com.");
	}

	static Problem of(ConfirmEmailChange.Outcome.NotConfirmed outcome) {
		return switch (outcome) {
			case ConfirmEmailChange.Outcome.CodeRefused(var reason) -> CodeProblems.of(reason);
			case ConfirmEmailChange.Outcome.Unknown unknown -> Problem.notFound();
		};
	}

	/** All that can be wrong with a request. */
	static class OfRequesting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(List.of(noAddress(""), noAddress("x"), SAME)), RecentProof.PROOF_NEEDED,
					Problem.notFound());
		}

	}

	/** Why no other code is sent. */
	static class OfAnotherCode implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(CodeProblems.tooSoon(Duration.ofSeconds(40)), CodeProblems.tooMany(Duration.ofHours(5)),
					CodeProblems.alreadyUsed(), Problem.notFound());
		}

	}

	/** Why a code confirms nothing. */
	static class OfConfirming implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return Stream.of(Stream.of(NO_CODE), CodeProblems.ofTrying().stream(), Stream.of(Problem.notFound()))
				.flatMap((problems) -> problems)
				.toList();
		}

	}

	/** Why a change stays. */
	static class OfUndoing implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(UNDO_UNKNOWN, UNDO_TAKEN, PasswordHashes.BUSY);
		}

	}

}
