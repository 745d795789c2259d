package city.plaza.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.password.PasswordHashes;
import city.plaza.identity.secret.Hash;
import city.plaza.identity.secret.Secret;
import city.plaza.platform.database.Transactions;
import city.plaza.platform.security.ClientAddress;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Signs in by e-mail address and password. An address without an account takes the same
 * steps and the same time as a wrong password.
 */
@Component
class SignIn {

	/** How it ended. */
	sealed interface Outcome {

	}

	/**
	 * Welcome.
	 *
	 * @param session just opened
	 */
	record SignedIn(OpenedSession session) implements Outcome {
	}

	/** No such address, or not its password: which of them is not told. */
	record WrongCredentials() implements Outcome {
	}

	/**
	 * Too many failures from there for this address.
	 *
	 * @param pause until the next try
	 */
	record TooManyTries(Duration pause) implements Outcome {
	}

	private final SignInTries tries;

	private final Accounts accounts;

	private final PasswordHashes hashes;

	private final OpenSession openSession;

	private final Transactions transactions;

	private final Clock clock;

	SignIn(SignInTries tries, Accounts accounts, PasswordHashes hashes, OpenSession openSession,
			Transactions transactions, Clock clock) {
		this.tries = tries;
		this.accounts = accounts;
		this.hashes = hashes;
		this.openSession = openSession;
		this.transactions = transactions;
		this.clock = clock;
	}

	Mono<Outcome> signIn(String email, Secret password, ClientAddress client, Session.Kind kind) {
		return Mono.defer(() -> {
			Hash key = this.tries.key(email.strip().toLowerCase(Locale.ROOT), client);
			return this.tries.take(key, this.clock.instant())
				.flatMap((wait) -> wait.isPositive() ? Mono.just(new TooManyTries(wait))
						: compare(email, password, kind, key));
		});
	}

	private Mono<Outcome> compare(String email, Secret password, Session.Kind kind, Hash key) {
		return find(email)
			.flatMap((found) -> this.hashes.matches(password, found.map(Account::passwordHash).orElse(null))
				.flatMap((right) -> found.filter((account) -> right)
					.map((account) -> welcome(account, kind, key))
					.orElseGet(() -> Mono.just(new WrongCredentials()))));
	}

	private Mono<Outcome> welcome(Account account, Session.Kind kind, Hash key) {
		return this.transactions.inOne(this.tries.forgive(key).then(this.openSession.open(account, kind)))
			.map(SignedIn::new);
	}

	private Mono<Optional<Account>> find(String email) {
		return Mono.justOrEmpty(EmailAddress.read(email))
			.flatMap(this.accounts::of)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty());
	}

}
