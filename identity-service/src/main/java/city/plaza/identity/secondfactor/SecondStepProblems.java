package city.plaza.identity.secondfactor;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why the second step of a sign-in is refused. */
final class SecondStepProblems {

	private static final Problem ONE_PROOF = Problem.invalid(List
		.of(new Problem.FieldError("totpCode", "required", "Send one proof: a code, a passkey or a recovery code.")));

	private static final String PASSKEY_NAME = "newPasskey.name";

	private static final Problem ENDED = Problem.of(HttpStatus.UNAUTHORIZED, "pending-sign-in-ended",
			"This sign-in took too long or had too many tries. Begin it again with your password.");

	private static final Problem WRONG = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-second-factor",
			"This is not right. Check it and try again.");

	private static final Problem USED = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "second-factor-used",
			"This code has been used. Wait until the app shows the next one.");

	private static final Problem WRONG_PASSKEY = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-passkey",
			"This passkey does not sign in here, or it took too long. Try again, or sign in with your password.");

	private SecondStepProblems() {
	}

	/** The request, where it holds one proof, and a new passkey a name. */
	static Mono<SecondStepRequest> withOneProof(SecondStepRequest request) {
		if (!request.hasOneProof()) {
			return Mono.error(ONE_PROOF::asException);
		}
		OwnPasskeyController.NewPasskey passkey = request.newPasskey();
		return (passkey == null) ? Mono.just(request)
				: FactorProblems.named(passkey.name(), PASSKEY_NAME).map((name) -> request.named(passkey.named(name)));
	}

	/** The session, or the problem that stands in its way. */
	static Mono<CompleteSignIn.Outcome.Completed> completedOr(CompleteSignIn.Outcome outcome) {
		return switch (outcome) {
			case CompleteSignIn.Outcome.Completed completed -> Mono.just(completed);
			case CompleteSignIn.Outcome.Refused.ENDED -> ended();
			case CompleteSignIn.Outcome.Refused.WRONG -> Mono.error(WRONG::asException);
			case CompleteSignIn.Outcome.Refused.USED -> Mono.error(USED::asException);
			case CompleteSignIn.Outcome.Refused.UNFIT_PASSKEY -> FactorProblems.passkeyRefused();
			case CompleteSignIn.Outcome.TooManyTries(var pause) -> Mono.error(tooManyTries(pause).asException());
		};
	}

	static <T> Mono<T> wrongPasskey() {
		return Mono.error(WRONG_PASSKEY::asException);
	}

	/** The passkey signs nobody in. */
	static class OfPasskey implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(WRONG_PASSKEY);
		}

	}

	static <T> Mono<T> ended() {
		return Mono.error(ENDED::asException);
	}

	private static Problem tooManyTries(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many codes were wrong. Please wait, or use a recovery code.")
			.retryAfter(Duration.ofSeconds(pause.plusNanos(999_999_999).toSeconds()));
	}

	/** Why nobody is signed in. */
	static class OfCompleting implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(ONE_PROOF, FactorProblems.invalidNames(PASSKEY_NAME), ENDED, WRONG, USED,
					FactorProblems.PASSKEY_REFUSED, tooManyTries(Duration.ofMinutes(1)), PasswordHashes.BUSY);
		}

	}

	/** The sign-in does not go on. */
	static class OfEnded implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(ENDED);
		}

	}

}
