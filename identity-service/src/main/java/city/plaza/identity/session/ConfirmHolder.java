package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.secret.Secret;
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

		/** There is no password: a new sign-in proves it. */
		record SignInAgain() implements Outcome {
		}

	}

	/** For so long after it a sign-in is a proof. */
	static final Duration RECENT = Duration.ofMinutes(10);

	private final FindSession sessions;

	private final Accounts accounts;

	private final VerifyPassword verify;

	private final Clock clock;

	ConfirmHolder(FindSession sessions, Accounts accounts, VerifyPassword verify, Clock clock) {
		this.sessions = sessions;
		this.accounts = accounts;
		this.verify = verify;
		this.clock = clock;
	}

	/**
	 * Confirms.
	 * @param session of the caller
	 * @param password as typed, if it was
	 * @return nothing where the session has ended; an error where the password is wrong
	 * or was too often
	 */
	public Mono<Outcome> confirm(SessionId session, @Nullable Secret password, ClientAddress client) {
		return this.sessions.alive(session)
			.flatMap((alive) -> this.accounts.of(alive.account())
				.flatMap((account) -> isRecent(alive) ? Mono.just(new Outcome.Confirmed(account))
						: byPassword(account, password, client)));
	}

	/**
	 * Whether the session is proof enough by itself.
	 * @param session alive
	 */
	public boolean isRecent(Session session) {
		return this.clock.instant().isBefore(session.startedAt().plus(RECENT));
	}

	private Mono<Outcome> byPassword(Account account, @Nullable Secret password, ClientAddress client) {
		if (account.passwordHash() == null) {
			return Mono.just(new Outcome.SignInAgain());
		}
		if (password == null || password.isBlank()) {
			return Mono.just(new Outcome.PasswordNeeded());
		}
		return this.verify.verify(account, password, client).thenReturn(new Outcome.Confirmed(account));
	}

}
