package city.plaza.identity.me;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.session.FindSession;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SessionId;
import city.plaza.platform.security.Caller;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Reads the own account and session. */
@Component
class ReadMe {

	/** Both together. */
	record Me(Account account, Session session) {
	}

	private final Accounts accounts;

	private final FindSession findSession;

	ReadMe(Accounts accounts, FindSession findSession) {
		this.accounts = accounts;
		this.findSession = findSession;
	}

	Mono<Me> read(Caller caller) {
		return Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.findSession.alive(new SessionId(session)))
			.zipWith(this.accounts.of(new AccountId(caller.id())), (session, account) -> new Me(account, session));
	}

}
