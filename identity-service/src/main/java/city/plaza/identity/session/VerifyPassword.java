package city.plaza.identity.session;

import java.time.Duration;

import city.plaza.identity.account.Account;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks a person who is signed in for the password again before something that a stranger
 * at an open screen must not do. Failures count as failed sign-ins of the account.
 */
@Component
public class VerifyPassword {

	/** It is not the password. */
	public static final Problem WRONG = Problem
		.of(HttpStatus.UNPROCESSABLE_CONTENT, "wrong-password", "This is not your password.")
		.field("currentPassword");

	private final SignInAttempt.Keys keys;

	private final SignInTries tries;

	private final PasswordHashes hashes;

	VerifyPassword(SignInAttempt.Keys keys, SignInTries tries, PasswordHashes hashes) {
		this.keys = keys;
		this.tries = tries;
		this.hashes = hashes;
	}

	/**
	 * Compares the password.
	 * @return completes where it is right; {@link #WRONG} or {@code too-many-tries} where
	 * not
	 */
	public Mono<Void> verify(Account account, Secret password, ClientAddress client) {
		return this.hashes.inTurn(Mono.defer(() -> {
			SignInAttempt attempt = this.keys.attempt(account.email().value(), client, null);
			return this.tries.take(attempt)
				.flatMap((wait) -> wait.isPositive() ? Mono.error(tooManyTries(wait).asException())
						: compare(account, password, attempt));
		})).then();
	}

	/** What can be wrong. */
	public static Problem tooManyTries(Duration wait) {
		return SignInProblems.tooManyTries(wait);
	}

	private Mono<Boolean> compare(Account account, Secret password, SignInAttempt attempt) {
		return this.hashes.matches(password, account.passwordHash())
			.onErrorResume(ProblemException.class, (busy) -> this.tries.giveBack(attempt).then(Mono.error(busy)))
			.flatMap((right) -> right ? this.tries.forgive(attempt).thenReturn(true) : Mono.error(WRONG.asException()));
	}

}
