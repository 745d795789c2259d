package city.plaza.identity.verification;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a code is refused, or none is sent; the same in every flow. */
public final class CodeProblems {

	private CodeProblems() {
	}

	/** Why a code is not accepted. */
	public static Problem of(TryCode.Outcome.Refused reason) {
		return switch (reason) {
			case WRONG -> code("wrong-code", "This is not the code we sent. Check it and try again.");
			case EXPIRED -> code("expired-code", "This code is too old. Ask for another one.");
			case SPENT -> code("code-tries-spent", "This code was tried too often. Ask for another one.");
			case USED -> alreadyUsed();
		};
	}

	/** Every problem that trying a code can lead to. */
	public static List<Problem> ofTrying() {
		return Stream.of(TryCode.Outcome.Refused.values()).map(CodeProblems::of).toList();
	}

	/** What the code was for is done. */
	public static Problem alreadyUsed() {
		return code("code-already-used", "This code has been used. Sign in with your email address and password.");
	}

	/** Completes where the code was sent; otherwise the problem. */
	public static Mono<Void> sentOr(SendCode.Outcome outcome) {
		return switch (outcome) {
			case SendCode.Outcome.Sent sent -> Mono.empty();
			case SendCode.Outcome.TooSoon(var pause) -> Mono.error(tooSoon(pause).asException());
			case SendCode.Outcome.TooMany(var pause) -> Mono.error(tooMany(pause).asException());
		};
	}

	/** The last code may still be on its way. */
	public static Problem tooSoon(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "resend-too-soon",
					"The last code may still be on its way. Look into your spam folder, or try again in a minute.")
			.retryAfter(roundedUp(pause));
	}

	/** The mailbox had its codes of the day. */
	public static Problem tooMany(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes",
					"This address has been sent the most codes we send in 24 hours. Please try again later.")
			.retryAfter(roundedUp(pause));
	}

	/** The header is in whole seconds: rounded down, the client would come too soon. */
	public static Duration roundedUp(Duration pause) {
		return Duration.ofSeconds(pause.plusNanos(999_999_999).toSeconds());
	}

	private static Problem code(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field("code");
	}

}
