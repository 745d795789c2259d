package city.plaza.identity.secondfactor;

import java.util.List;

import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why the factors of an account stay as they are. */
final class FactorProblems {

	private static final Problem WRONG_CODE = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-second-factor",
				"This is not the code that the app shows. Check it and try again.")
		.field("code");

	private static final Problem NOT_BEGUN = Problem.of(HttpStatus.CONFLICT, "factor-not-begun",
			"This took too long or had too many tries. Begin to add it again.");

	private static final Problem LAST = Problem.of(HttpStatus.CONFLICT, "last-factor",
			"Your account has to have a second factor. Add another one before you remove this one.");

	private static final Problem NO_FACTOR = Problem.of(HttpStatus.CONFLICT, "no-factor",
			"Recovery codes stand in for a second factor. Add one first.");

	private FactorProblems() {
	}

	static Mono<List<Secret>> addedOr(AddAuthenticator.Outcome outcome) {
		return switch (outcome) {
			case AddAuthenticator.Outcome.Added(var codes) -> Mono.just(codes);
			case AddAuthenticator.Outcome.Refused.WRONG_CODE -> Mono.error(WRONG_CODE::asException);
			case AddAuthenticator.Outcome.Refused.NOT_BEGUN -> Mono.error(NOT_BEGUN::asException);
		};
	}

	static Mono<Void> removedOr(RemoveFactor.Outcome outcome) {
		return switch (outcome) {
			case REMOVED -> Mono.empty();
			case UNKNOWN -> Mono.error(() -> Problem.notFound().asException());
			case LAST -> Mono.error(LAST::asException);
		};
	}

	static <T> Mono<T> noFactor() {
		return Mono.error(NO_FACTOR::asException);
	}

	/** Only the proof may be missing. */
	static class OfBeginning implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED);
		}

	}

	/** Why nothing is added. */
	static class OfAdding implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, WRONG_CODE, NOT_BEGUN);
		}

	}

	/** Why nothing is removed. */
	static class OfRemoving implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, LAST, Problem.notFound());
		}

	}

	/** Why no codes are made. */
	static class OfRenewing implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, NO_FACTOR);
		}

	}

}
