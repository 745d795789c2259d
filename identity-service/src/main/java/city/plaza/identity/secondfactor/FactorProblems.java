package city.plaza.identity.secondfactor;

import java.util.List;
import java.util.stream.Stream;

import city.plaza.identity.account.PersonName;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.RecentProof;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
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

	static final Problem PASSKEY_REFUSED = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "passkey-refused",
			"This passkey cannot be used here. Try again, or use another device.");

	private static final Problem TOO_MANY_PASSKEYS = Problem.of(HttpStatus.CONFLICT, "too-many-passkeys",
			"An account has at most " + Passkeys.MOST + " passkeys. Remove one that you no longer use.");

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

	static Mono<AddPasskey.Outcome.Added> addedOr(AddPasskey.Outcome outcome) {
		return switch (outcome) {
			case AddPasskey.Outcome.Added added -> Mono.just(added);
			case AddPasskey.Outcome.Refused.WRONG -> passkeyRefused();
			case AddPasskey.Outcome.Refused.TOO_MANY -> Mono.error(TOO_MANY_PASSKEYS::asException);
		};
	}

	static <T> Mono<T> passkeyRefused() {
		return Mono.error(PASSKEY_REFUSED::asException);
	}

	/**
	 * The name, where it can stand in a list and in a mail.
	 * @param field of the request that holds it
	 */
	static Mono<String> named(@Nullable String name, String field) {
		PersonName.Violation violation = PersonName.violationOf(name);
		return (name == null || violation != null) ? Mono.error(() -> invalidName(field, violation).asException())
				: Mono.just(name.strip());
	}

	private static Problem invalidName(String field, PersonName.@Nullable Violation violation) {
		return Problem.invalid(List.of(error(field, (violation != null) ? violation : PersonName.Violation.REQUIRED)));
	}

	/** All that can be wrong with a name at once, for the description of the API. */
	static Problem invalidNames(String field) {
		return Problem
			.invalid(Stream.of(PersonName.Violation.values()).map((violation) -> error(field, violation)).toList());
	}

	private static Problem.FieldError error(String field, PersonName.Violation violation) {
		return new Problem.FieldError(field, violation.code(), violation.message());
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

	/** Why no passkey is added. */
	static class OfPasskeys implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(RecentProof.PROOF_NEEDED, PASSKEY_REFUSED, TOO_MANY_PASSKEYS, invalidNames("name"));
		}

	}

	/** Why nothing is proved by a passkey. */
	static class OfProving implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(PASSKEY_REFUSED);
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
