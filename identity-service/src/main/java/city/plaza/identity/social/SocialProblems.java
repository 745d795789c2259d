package city.plaza.identity.social;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.session.RecentProof;
import city.plaza.identity.session.VerifyPassword;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a sign-in by a provider or a change of sign-in methods is refused. */
final class SocialProblems {

	static final Problem EXPIRED = Problem.of(HttpStatus.CONFLICT, "social-sign-in-expired",
			"This sign-in took too long. Start again.");

	static final Problem ACCOUNT_EXISTS = Problem.of(HttpStatus.CONFLICT, "account-exists",
			"There is an account with this email address by now. Enter its password.");

	static final Problem TAKEN = Problem.of(HttpStatus.CONFLICT, "provider-account-taken",
			"This account at the provider signs in to another account.");

	static final Problem UNAVAILABLE = Problem
		.of(HttpStatus.SERVICE_UNAVAILABLE, "provider-unavailable", "The provider cannot be reached just now.")
		.retryAfter(Duration.ofSeconds(30));

	static final Problem LAST = Problem.of(HttpStatus.CONFLICT, "last-sign-in-method",
			"This is your only way to sign in. Add another one first.");

	private SocialProblems() {
	}

	static Problem tooMany(Duration wait) {
		return VerifyPassword.tooManyTries(wait);
	}

	/** Completes where nothing has to be waited for; fails with the problem otherwise. */
	static Mono<Void> goOn(Duration wait) {
		return wait.isPositive() ? Mono.error(() -> tooMany(wait).asException()) : Mono.empty();
	}

	/** Why a method is not removed. */
	static class OfRemoval implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, LAST, Problem.notFound());
		}

	}

}
