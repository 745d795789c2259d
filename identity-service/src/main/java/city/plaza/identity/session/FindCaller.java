package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.security.Caller;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Finds who calls: the account behind a token, and the session that it names. */
@Component
public class FindCaller {

	/**
	 * Who calls.
	 *
	 * @param account as it is now
	 * @param session alive
	 */
	public record Found(Account account, Session session) {
	}

	private final Accounts accounts;

	private final FindSession findSession;

	FindCaller(Accounts accounts, FindSession findSession) {
		this.accounts = accounts;
		this.findSession = findSession;
	}

	/**
	 * Finds the caller.
	 * @return who calls; {@code not-found} where the account was removed after the token
	 * was issued
	 */
	public Mono<Found> find(Caller caller) {
		return Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.findSession.alive(new SessionId(session)))
			.zipWith(this.accounts.of(new AccountId(caller.id())), (session, account) -> new Found(account, session))
			.switchIfEmpty(Mono.error(() -> Problem.notFound().asException()));
	}

}
