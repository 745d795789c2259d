package city.plaza.identity.session;

import java.time.Duration;
import java.util.List;

import city.plaza.identity.account.Account;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.problem.Problem;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;

/** Why somebody who is signed in has to prove once more to be the holder. */
public final class HolderProblems {

	private static final Problem PASSWORD_NEEDED = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "password-needed", "Enter your password to continue.")
		.field("password");

	private static final Problem SIGN_IN_AGAIN = Problem.of(HttpStatus.CONFLICT, "sign-in-again",
			"You signed in a while ago. Sign out, sign in again, and repeat this within ten minutes.");

	private HolderProblems() {
	}

	/** The account, or the problem that stands in its way. */
	public static Mono<Account> confirmedOr(ConfirmHolder.Outcome outcome) {
		return switch (outcome) {
			case ConfirmHolder.Outcome.Confirmed(var account) -> Mono.just(account);
			case ConfirmHolder.Outcome.PasswordNeeded needed -> Mono.error(PASSWORD_NEEDED.asException());
			case ConfirmHolder.Outcome.SignInAgain again -> Mono.error(SIGN_IN_AGAIN.asException());
		};
	}

	/** All of them. */
	public static List<Problem> all() {
		return List.of(PASSWORD_NEEDED, VerifyPassword.WRONG, SIGN_IN_AGAIN,
				VerifyPassword.tooManyTries(Duration.ofMinutes(5)), PasswordHashes.BUSY);
	}

}
