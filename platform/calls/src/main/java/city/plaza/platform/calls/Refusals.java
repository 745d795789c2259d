package city.plaza.platform.calls;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** What a caller hears whose call was not even tried. */
final class Refusals {

	private static final int LONGEST_SECONDS = 3;

	private Refusals() {
	}

	/** Too many calls at once, by everybody or by this client. */
	static ProblemException busy() {
		return Problem
			.of(HttpStatus.SERVICE_UNAVAILABLE, "busy",
					"Too many people are using this part just now. Please try again in a few seconds.")
			.retryAfter(soon())
			.asException();
	}

	/** The service fails and is left alone for a moment. */
	static ProblemException leftAlone() {
		return Problem.unavailable().retryAfter(soon()).asException();
	}

	/** Not the same for all, or they would all be back at once. */
	private static Duration soon() {
		return Duration.ofSeconds(ThreadLocalRandom.current().nextInt(1, LONGEST_SECONDS + 1));
	}

}
