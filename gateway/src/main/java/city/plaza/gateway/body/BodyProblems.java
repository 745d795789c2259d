package city.plaza.gateway.body;

import java.time.Duration;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The refusals of bodies. */
final class BodyProblems {

	private BodyProblems() {
	}

	static ProblemException tooLarge(long limit) {
		return Problem
			.of(HttpStatus.CONTENT_TOO_LARGE, "request-too-large",
					"The request is larger than the " + limit / 1024 + " KB allowed here.")
			.asException();
	}

	static ProblemException tooSlow(Duration deadline) {
		return Problem.tooSlow(deadline).asException();
	}

	static ProblemException broken() {
		return Problem
			.of(HttpStatus.BAD_REQUEST, "malformed-request", "The request ended before its body was complete.")
			.asException();
	}

	static ProblemException noRoom() {
		return Problem.unavailable().asException();
	}

}
