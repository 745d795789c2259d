package city.plaza.accountlink.link;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.openapi.ProblemSamples;
import city.plaza.platform.problem.Problem;

import org.springframework.http.HttpStatus;

/** Why an account is not linked, as problem details. */
class LinkProblems implements ProblemSamples {

	static Problem of(LinkOutcome outcome) {
		return switch (outcome) {
			case LinkOutcome.Linked linked -> throw new IllegalStateException("A link that was made is no problem");
			case LinkOutcome.NoSuchAccount none ->
				Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "no-such-customer-account",
						"No customer account has this number and this name. Enter both as they are on your bill.");
			case LinkOutcome.FurtherProofRequired required ->
				Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "further-proof-required",
						"Repeat the request with the number and the amount of a bill of this customer.");
			case LinkOutcome.ProofRefused refused -> Problem.of(HttpStatus.UNPROCESSABLE_CONTENT,
					"further-proof-refused", "No customer account has this number, this name and this bill. "
							+ "Enter all of them as they are on your bill.");
			case LinkOutcome.AlreadyLinked already ->
				Problem.of(HttpStatus.CONFLICT, "already-linked", "You have linked this account already.");
			case LinkOutcome.Suspended suspended -> Problem.of(HttpStatus.CONFLICT, "link-suspended",
					"Another resident of this account has disputed your link. Contact the city.");
			case LinkOutcome.TooManyTries tooMany -> Problem
				.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
						"There were too many tries that did not match. Please try again tomorrow.")
				.retryAfter(tooMany.retryAfter());
		};
	}

	@Override
	public List<Problem> list() {
		return Stream
			.of(new LinkOutcome.NoSuchAccount(), new LinkOutcome.FurtherProofRequired(), new LinkOutcome.ProofRefused(),
					new LinkOutcome.AlreadyLinked(), new LinkOutcome.Suspended(),
					new LinkOutcome.TooManyTries(Duration.ofHours(12)))
			.map(LinkProblems::of)
			.toList();
	}

}
