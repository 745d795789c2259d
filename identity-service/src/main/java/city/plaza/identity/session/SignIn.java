package city.plaza.identity.session;

import java.time.Duration;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Signs in by e-mail address and password. An address without an account takes the same
 * steps and the same time as a wrong password.
 */
@Component
public class SignIn {

	/** Whether the person is signed in. */
	public sealed interface Outcome {

		/**
		 * The password is right.
		 *
		 * @param next a session, or the second step
		 */
		record RightPassword(ContinueSignIn.Outcome next) implements Outcome {
		}

		/** No such address, or not its password: which of them is not disclosed. */
		record WrongCredentials() implements Outcome {
		}

		/**
		 * Too many failures from there for this address.
		 *
		 * @param pause until the next try
		 */
		record TooManyTries(Duration pause) implements Outcome {
		}

	}

	private final SignInAttempt.Keys keys;

	private final SignInTries tries;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final ContinueSignIn continueSignIn;

	private final ReportNewDevice newDevices;

	private final NoteFailures noteFailures;

	private final Transactions transactions;

	SignIn(SignInAttempt.Keys keys, SignInTries tries, Accounts accounts, PasswordHashes hashes,
			ContinueSignIn continueSignIn, ReportNewDevice newDevices, NoteFailures noteFailures,
			Transactions transactions) {
		this.keys = keys;
		this.tries = tries;
		this.accounts = accounts;
		this.hashes = hashes;
		this.continueSignIn = continueSignIn;
		this.newDevices = newDevices;
		this.noteFailures = noteFailures;
		this.transactions = transactions;
	}

	/**
	 * Signs in.
	 * @param kind of the session that begins
	 * @return whether the person is signed in; a failure has counted
	 */
	public Mono<Outcome> signIn(SignInRequest request, ClientAddress client, Session.Kind kind) {
		return this.hashes.inTurn(Mono.defer(() -> {
			SignInAttempt attempt = this.keys.attempt(request.email(), client,
					DeviceToken.read(request.deviceToken()).orElse(null));
			return this.tries.take(attempt)
				.flatMap((wait) -> wait.isPositive() ? Mono.just(new Outcome.TooManyTries(wait))
						: compare(request, kind, attempt));
		}));
	}

	private Mono<Outcome> compare(SignInRequest request, Session.Kind kind, SignInAttempt attempt) {
		return find(request.email())
			.flatMap((found) -> matches(request, found, attempt).flatMap((right) -> found.filter((account) -> right)
				.map((account) -> welcome(request, account, kind, attempt))
				.orElseGet(() -> this.noteFailures.note(attempt, found).thenReturn(new Outcome.WrongCredentials()))));
	}

	private Mono<Boolean> matches(SignInRequest request, Optional<Account> found, SignInAttempt attempt) {
		return this.hashes.matches(request.password(), found.map(Account::passwordHash).orElse(null))
			.onErrorResume(ProblemException.class, (busy) -> this.tries.giveBack(attempt).then(Mono.error(busy)));
	}

	/** Nothing opens where the password was changed while it was compared. */
	private Mono<Outcome> welcome(SignInRequest request, Account account, Session.Kind kind, SignInAttempt attempt) {
		return this.transactions
			.inOne(this.continueSignIn.after(account, kind, request.deviceToken())
				.flatMap((next) -> this.tries.forgive(attempt).then(report(next, attempt)).thenReturn(next)))
			.<Outcome>map(Outcome.RightPassword::new)
			.defaultIfEmpty(new Outcome.WrongCredentials());
	}

	/** A sign-in that is not complete is no sign-in yet. */
	private Mono<Void> report(ContinueSignIn.Outcome next, SignInAttempt attempt) {
		return (next instanceof ContinueSignIn.Outcome.Opened(var opened) && !attempt.isFromKnownDevice())
				? this.newDevices.report(opened) : Mono.empty();
	}

	private Mono<Optional<Account>> find(String email) {
		return Mono.justOrEmpty(EmailAddress.read(email))
			.flatMap(this.accounts::of)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty());
	}

}
