package city.plaza.identity.me;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.completion.FindProgress;
import city.plaza.identity.completion.ProgressResponse;
import city.plaza.identity.profile.Profile;
import city.plaza.identity.profile.Profiles;
import city.plaza.identity.session.FindSession;
import city.plaza.identity.session.Session;
import city.plaza.identity.session.SessionId;
import city.plaza.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Reads the own account and session. */
@Component
class ReadMe {

	/**
	 * All together.
	 *
	 * @param profile empty of staff
	 * @param progress of the registration; null of staff
	 */
	record Me(Account account, Session session, Profile profile, @Nullable ProgressResponse progress) {
	}

	private final Accounts accounts;

	private final FindSession findSession;

	private final Profiles profiles;

	private final FindProgress findProgress;

	ReadMe(Accounts accounts, FindSession findSession, Profiles profiles, FindProgress findProgress) {
		this.accounts = accounts;
		this.findSession = findSession;
		this.profiles = profiles;
		this.findProgress = findProgress;
	}

	Mono<Me> read(Caller caller) {
		return Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.findSession.alive(new SessionId(session)))
			.flatMap((session) -> this.accounts.of(new AccountId(caller.id()))
				.flatMap((account) -> read(account, session)));
	}

	private Mono<Me> read(Account account, Session session) {
		if (account.kind() == Account.Kind.STAFF) {
			return Mono.just(new Me(account, session, new Profile(account.id(), null, null, null, 0), null));
		}
		return Mono.zip(this.profiles.of(account.id()), this.findProgress.of(account.id()))
			.map((both) -> new Me(account, session, both.getT1(), both.getT2()));
	}

}
