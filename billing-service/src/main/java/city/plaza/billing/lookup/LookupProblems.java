package city.plaza.billing.lookup;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Why no bill is shown, as problem details. */
class LookupProblems implements ProblemSamples {

	static Problem of(LookupOutcome outcome) {
		return switch (outcome) {
			case LookupOutcome.Found found -> throw new IllegalStateException("A bill that was found is no problem");
			case LookupOutcome.NoSuchBill none -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-bill",
					"No bill has this customer number and this bill number. Enter both as they are on the bill.");
			case LookupOutcome.TooManyTries tooMany -> Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-lookups",
						"There were too many tries that did not match. Sign in to see your bills, or try again later.")
				.retryAfter(tooMany.retryAfter());
		};
	}

	@Override
	public List<Problem> list() {
		return Stream.of(new LookupOutcome.NoSuchBill(), new LookupOutcome.TooManyTries(Duration.ofHours(12)))
			.map(LookupProblems::of)
			.toList();
	}

}
