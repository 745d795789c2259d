package city.plaza.identity.completion;

import java.util.List;

import city.plaza.identity.profile.ReadAddress;
import city.plaza.identity.profile.ReadContact;
import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.Problem.FieldError;

import org.springframework.http.HttpStatus;

/** Why a step of a registration is refused. */
final class CompletionProblems {

	static final FieldError NOT_ACCEPTED = new FieldError("accepted", "required", "Accept the text to continue.");

	static final FieldError NO_VERSION = new FieldError("version", "required",
			"Send the version of the text that was shown.");

	static final FieldError UNKNOWN_LANGUAGE = new FieldError("language", "unknown-choice",
			"Send the language in which the text was shown, en or es.");

	static final Problem TEXT_CHANGED = Problem.of(HttpStatus.CONFLICT, "acknowledgment-changed",
			"The text has changed. Read the current one and accept it.");

	static final Problem UNREAD = Problem.of(HttpStatus.CONFLICT, "acknowledgment-missing",
			"Accept the city's text before you sign.");

	static final Problem SUBMITTED = Problem.of(HttpStatus.CONFLICT, "registration-submitted",
			"The registration was submitted before. Its acknowledgment and signature stay as they are.");

	static final Problem DRAFT_TOO_LARGE = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "draft-too-large",
			"A draft has at most " + KeepDraft.MOST_FIELDS + " fields and " + KeepDraft.LONGEST
					+ " characters, none of them NUL.");

	private CompletionProblems() {
	}

	static Problem incomplete(Step step) {
		return Problem
			.of(HttpStatus.CONFLICT, "registration-incomplete",
					"The step " + step.code() + " is missing. Complete it, then submit.")
			.values(step.code());
	}

	/** All that can keep a text from being accepted. */
	static class OfAcknowledgment implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(List.of(NOT_ACCEPTED, NO_VERSION, UNKNOWN_LANGUAGE)), TEXT_CHANGED,
					SUBMITTED, Problem.notFound());
		}

	}

	/** All that can be wrong with the contact. */
	static class OfContact implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(ReadContact.all()), Problem.notFound());
		}

	}

	/** All that can be wrong with the address. */
	static class OfAddress implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(ReadAddress.all()), Problem.notFound());
		}

	}

	/** All that can be wrong with the signature. */
	static class OfSignature implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(ReadSignature.all()), UNREAD, SUBMITTED, Problem.notFound());
		}

	}

	/** A step, or an account, that has no drafts; one that is too large. */
	static class OfDraft implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(DRAFT_TOO_LARGE, Problem.notFound());
		}

	}

	/** Why a registration cannot be submitted. */
	static class OfSubmission implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(incomplete(Step.ADDRESS), Problem.notFound());
		}

	}

	/** The caller is no resident. */
	static class OfReading implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.notFound());
		}

	}

}
