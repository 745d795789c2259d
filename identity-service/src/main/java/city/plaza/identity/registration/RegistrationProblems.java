package city.plaza.identity.registration;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.verification.TryCode;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why a registration is refused. */
final class RegistrationProblems {

	private RegistrationProblems() {
	}

	static Problem invalid(List<Problem.FieldError> errors) {
		return Problem
			.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "Some fields cannot be accepted as they are.")
			.errors(errors);
	}

	static Problem of(ConfirmAddress.Outcome.NotConfirmed outcome) {
		return switch (outcome) {
			case ConfirmAddress.Outcome.CodeRefused(var reason) -> of(reason);
			case ConfirmAddress.Outcome.AddressTaken taken -> alreadyUsed();
			case ConfirmAddress.Outcome.Unknown unknown -> Problem.notFound();
		};
	}

	private static Problem of(TryCode.Outcome.Refused reason) {
		return switch (reason) {
			case WRONG -> code("wrong-code", "This is not the code we sent. Check it and try again.");
			case EXPIRED -> code("expired-code", "This code is too old. Ask for another one.");
			case SPENT -> code("code-tries-spent", "This code was tried too often. Ask for another one.");
			case USED -> alreadyUsed();
		};
	}

	static Problem alreadyUsed() {
		return code("code-already-used", "This code has been used. Sign in with your e-mail address and password.");
	}

	/** Completes where the network is within its limit; otherwise the problem. */
	static Mono<Void> goOn(Duration wait) {
		return wait.isPositive() ? Mono.error(() -> Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries",
					"Too many people registered from this network just now. Please try again later.")
			.retryAfter(roundedUp(wait))
			.asException()) : Mono.empty();
	}

	static Problem tooSoon(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "resend-too-soon",
					"The last code may still be on its way. Look into your spam folder, or try again in a minute.")
			.retryAfter(roundedUp(pause));
	}

	static Problem tooMany(Duration pause) {
		return Problem
			.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-codes",
					"This address has been sent the most codes we send in 24 hours. Please try again later.")
			.retryAfter(roundedUp(pause));
	}

	private static Problem code(String code, String detail) {
		return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, detail).field("code");
	}

	// The header is in whole seconds: rounded down, the client would come too soon.
	private static Duration roundedUp(Duration pause) {
		return Duration.ofSeconds((pause.toMillis() + 999) / 1000);
	}

}
