package city.plaza.identity.legacy;

import java.time.Duration;
import java.util.List;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Why staff find or send nothing. */
final class LegacyProblems {

	static final Problem INVALID_QUERY = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-query",
				"Enter %d to %d characters of a name, an address or a customer number.".formatted(LegacyQuery.SHORTEST,
						LegacyQuery.LONGEST))
		.field("query")
		.values(LegacyQuery.SHORTEST, LegacyQuery.LONGEST);

	static final Problem.FieldError UNKNOWN_LANGUAGE = new Problem.FieldError("language", "unknown-choice",
			"Choose the language of the email, en or es.");

	private LegacyProblems() {
	}

	static Problem of(SendHint.Outcome.NotSent refusal) {
		return switch (refusal) {
			case SendHint.Outcome.Unknown unknown -> Problem.notFound();
			case SendHint.Outcome.Reclaimed reclaimed -> Problem.of(HttpStatus.CONFLICT, "already-reclaimed",
					"This resident has registered already. Help them sign in instead.");
			case SendHint.Outcome.SentAlready(var wait) ->
				Problem
					.of(HttpStatus.TOO_MANY_REQUESTS, "hint-sent-already",
							"A hint was sent to this resident within a day. Send another one tomorrow.")
					.retryAfter(wait);
		};
	}

	/** A query that is too short or too long. */
	static class OfSearching implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(INVALID_QUERY);
		}

	}

	/** Why no mail is sent. */
	static class OfHints implements ProblemSamples {

		@Override
		public List<Problem> list() {
			return List.of(Problem.invalid(List.of(UNKNOWN_LANGUAGE)), of(new SendHint.Outcome.Unknown()),
					of(new SendHint.Outcome.Reclaimed()), of(new SendHint.Outcome.SentAlready(Duration.ofHours(20))));
		}

	}

}
