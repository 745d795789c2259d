package city.plaza.identity.social;

import java.util.Optional;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.ContinueSignIn;
import city.plaza.identity.session.PendingSignIn;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SignedInDevices;
import city.plaza.identity.verification.TryCode;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Joins a provider to the account of the address that it vouches for by a code that was
 * mailed there. A second step is asked for all the same.
 */
@Component
class JoinByCode {

	/** Whether they are joined. */
	sealed interface Outcome {

		/**
		 * The code proved the account, and this is how it ends.
		 *
		 * @param outcome as after a password
		 */
		record Proved(JoinAccount.Outcome outcome) implements Outcome {
		}

		/** The code proves nothing. */
		record NotProved(TryCode.Outcome.Refused reason) implements Outcome {
		}

	}

	private final Carried carried;

	private final Accounts accounts;

	private final SocialRules rules;

	private final TryCode tryCode;

	private final ContinueSignIn continueSignIn;

	private final JoinAccount join;

	private final Transactions transactions;

	private final KeyedHashes hashes;

	private final SignedInDevices devices;

	JoinByCode(Carried carried, Accounts accounts, SocialRules rules, TryCode tryCode, ContinueSignIn continueSignIn,
			JoinAccount join, Transactions transactions, KeyedHashes hashes, SignedInDevices devices) {
		this.carried = carried;
		this.accounts = accounts;
		this.rules = rules;
		this.tryCode = tryCode;
		this.continueSignIn = continueSignIn;
		this.join = join;
		this.transactions = transactions;
		this.hashes = hashes;
		this.devices = devices;
	}

	/**
	 * Tries to join.
	 * @param code as typed
	 * @return how it ended; a wrong code has counted
	 */
	Mono<Outcome> join(@Nullable Secret sealed, Secret code, @Nullable Secret device) {
		Optional<Ticket> ticket = this.carried.ticket(sealed);
		Optional<EmailAddress> email = ticket.flatMap(Ticket::provedEmail);
		Outcome expired = new Outcome.Proved(new JoinAccount.Outcome.Expired());
		if (ticket.isEmpty() || email.isEmpty()) {
			return Mono.just(expired);
		}
		return this.transactions.inOne(this.accounts.of(email.get())
			.filter(this.rules::mayUse)
			.flatMap((account) -> tryCode(account, ticket.get(), code, device))
			.defaultIfEmpty(expired));
	}

	private Mono<Outcome> tryCode(Account account, Ticket ticket, Secret code, @Nullable Secret device) {
		return this.tryCode.attempt(JoinFlow.of(ticket, this.hashes), code)
			// No code was ever sent.
			.defaultIfEmpty(TryCode.Outcome.Refused.EXPIRED)
			.flatMap((outcome) -> switch (outcome) {
				case TryCode.Outcome.Right right -> goOn(account, ticket, device);
				case TryCode.Outcome.Refused reason -> Mono.just(new Outcome.NotProved(reason));
			});
	}

	private Mono<Outcome> goOn(Account account, Ticket ticket, @Nullable Secret device) {
		return this.continueSignIn.after(account, Session.Kind.BROWSER, device).flatMap((next) -> switch (next) {
			case ContinueSignIn.Outcome.Opened(var session) ->
				this.devices.reportNew(session, device).then(this.join.connect(session, ticket));
			case ContinueSignIn.Outcome.Pending(PendingSignIn pending) ->
				Mono.just(new JoinAccount.Outcome.SecondStep(pending));
		}).<Outcome>map(Outcome.Proved::new);
	}

}
