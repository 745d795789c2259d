package city.plaza.identity.social;

import java.util.UUID;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.method.ProviderSubject;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.session.FindSession;
import city.plaza.identity.session.SessionId;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Adds a provider to the sign-in methods of an account. */
@Component
class ConnectMethod {

	/** Whether it was added. */
	enum Outcome {

		/** It is one of the account's methods; it may have been before. */
		CONNECTED,
		/** It signs in to another account. */
		TAKEN,
		/** The session that began it has ended. */
		SIGNED_OUT

	}

	private final FindSession sessions;

	private final SignInMethods methods;

	private final Accounts accounts;

	private final ReportMethod report;

	private final Transactions transactions;

	ConnectMethod(FindSession sessions, SignInMethods methods, Accounts accounts, ReportMethod report,
			Transactions transactions) {
		this.sessions = sessions;
		this.methods = methods;
		this.accounts = accounts;
		this.report = report;
		this.transactions = transactions;
	}

	/** For the account of a session whose holder has just proved to be its holder. */
	Mono<Outcome> toAccountOf(UUID session, ProviderSubject person, @Nullable String email) {
		return this.sessions.alive(new SessionId(session))
			.flatMap((alive) -> this.accounts.of(alive.account()))
			.flatMap((account) -> to(account, person, email))
			.defaultIfEmpty(Outcome.SIGNED_OUT);
	}

	Mono<Outcome> to(Account account, ProviderSubject person, @Nullable String email) {
		return this.transactions.inOne(this.methods.addIfNew(account.id(), person, email)
			.flatMap((added) -> added ? this.report.added(account, person).thenReturn(Outcome.CONNECTED)
					: ofWhom(account.id(), person)));
	}

	private Mono<Outcome> ofWhom(AccountId account, ProviderSubject person) {
		return this.methods.of(person)
			.map((method) -> method.account().equals(account) ? Outcome.CONNECTED : Outcome.TAKEN)
			.defaultIfEmpty(Outcome.TAKEN);
	}

}
