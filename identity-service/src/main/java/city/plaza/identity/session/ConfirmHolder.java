package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.security.ClientAddress;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Confirms that it is still the holder who uses a session, before something changes by
 * which others could get into the account: who has just signed in has proved it,
 * everybody else enters the password. Failures count as those of signing in.
 */
@Component
public class ConfirmHolder {

	/** Whether it is the holder. */
	public sealed interface Outcome {

		/** It is. */
		record Confirmed(Account account) implements Outcome {
		}

		/** The password was not given. */
		record PasswordNeeded() implements Outcome {
		}

		/** It is not the password. */
		record WrongPassword() implements Outcome {
		}

		/** There is no password: a new sign-in proves it. */
		record SignInAgain() implements Outcome {
		}

		/**
		 * Too many failures.
		 *
		 * @param pause until the next try
		 */
		record TooManyTries(Duration pause) implements Outcome {
		}

	}

	/** For so long after it a sign-in is a proof. */
	static final Duration RECENT = Duration.ofMinutes(10);

	private final FindSession sessions;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final SignInAttempt.Keys keys;

	private final SignInTries tries;

	private final Clock clock;

	ConfirmHolder(FindSession sessions, Accounts accounts, PasswordHashes hashes, SignInAttempt.Keys keys,
			SignInTries tries, Clock clock) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.hashes = hashes;
		this.keys = keys;
		this.tries = tries;
		this.clock = clock;
	}

	/**
	 * Confirms.
	 * @param session of the caller
	 * @param password as typed, if it was
	 * @param device token of the device
	 * @return nothing where the session has ended
	 */
	public Mono<Outcome> confirm(SessionId session, @Nullable Secret password, ClientAddress client,
			@Nullable Secret device) {
		return this.sessions.alive(session)
			.flatMap((alive) -> this.accounts.of(alive.account())
				.flatMap((account) -> isRecent(alive) ? Mono.just(new Outcome.Confirmed(account))
						: byPassword(account, password, client, device)));
	}

	/**
	 * Whether the session is proof enough by itself.
	 * @param session alive
	 */
	public boolean isRecent(Session session) {
		return this.clock.instant().isBefore(session.startedAt().plus(RECENT));
	}

	private Mono<Outcome> byPassword(Account account, @Nullable Secret password, ClientAddress client,
			@Nullable Secret device) {
		String hash = account.passwordHash();
		if (hash == null) {
			return Mono.just(new Outcome.SignInAgain());
		}
		if (password == null || password.isBlank()) {
			return Mono.just(new Outcome.PasswordNeeded());
		}
		return this.hashes.inTurn(Mono.defer(() -> {
			SignInAttempt attempt = this.keys.attempt(account.email().value(), client,
					DeviceToken.read(device).orElse(null));
			return this.tries.take(attempt)
				.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.TooManyTries(wait))
						: compare(account, password, hash, attempt));
		}));
	}

	private Mono<Outcome> compare(Account account, Secret password, String hash, SignInAttempt attempt) {
		return this.hashes.matches(password, hash)
			.onErrorResume(ProblemException.class, (busy) -> this.tries.giveBack(attempt).then(Mono.error(busy)))
			.flatMap((right) -> right ? this.tries.forgive(attempt).thenReturn(new Outcome.Confirmed(account))
					: Mono.just(new Outcome.WrongPassword()));
	}

}
