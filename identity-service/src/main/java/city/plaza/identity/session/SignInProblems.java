package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a sign-in is refused. */
public final class SignInProblems {

	private static final Problem WRONG = Problem.of(HttpStatus.UNAUTHORIZED, "wrong-credentials",
			"The e-mail address or the password is wrong. If you have no account yet, create one.");

	private static final Problem ENDED = Problem.of(HttpStatus.UNAUTHORIZED, "session-ended",
			"You have been signed out. Please sign in again.");

	private SignInProblems() {
	}

	/** What follows the password, or the problem that stands in its way. */
	public static Mono<ContinueSignIn.Outcome> nextOr(SignIn.Outcome outcome) {
		return switch (outcome) {
			case SignIn.Outcome.RightPassword(var next) -> Mono.just(next);
			case SignIn.Outcome.WrongCredentials wrong -> Mono.error(WRONG.asException());
			case SignIn.Outcome.TooManyTries(var pause) -> Mono.error(tooManyTries(pause).asException());
		};
	}

	/** Why nothing is proved. */
	static class OfProof implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(VerifyPassword.WRONG, ProveByPassword.SIGN_IN_AGAIN, tooManyTries(Duration.ofMinutes(5)),
					PasswordHashes.BUSY, Problem.notFound());
		}

	}

	/** Why nobody is signed in. */
	static class OfSignIn implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(WRONG, tooManyTries(Duration.ofMinutes(5)), PasswordHashes.BUSY);
		}

	}

	/** The session has ended. */
	static class OfEnded implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(ENDED);
		}

	}

	static <T> Mono<T> ended() {
		return Mono.error(ENDED::asException);
	}

	/** Too many failures of this kind. */
	public static Problem tooManyTries(Duration wait) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Signing in failed too often. Please wait before you try again.")
			.retryAfter(Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds()));
	}

}
