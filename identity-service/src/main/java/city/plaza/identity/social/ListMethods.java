package city.plaza.identity.social;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.method.SignInMethod;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.session.ConfirmHolder;
import city.plaza.identity.session.FindSession;
import city.plaza.identity.session.SessionId;
import city.plaza.platform.security.Caller;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** Lists how somebody can sign in. */
@Component
class ListMethods {

	/**
	 * How somebody can sign in.
	 *
	 * @param hasPassword whether by a password
	 * @param isRecent whether the last sign-in is proof enough for a change
	 * @param methods by providers
	 */
	record Listed(boolean hasPassword, boolean isRecent, List<SignInMethod> methods) {
	}

	private final Accounts accounts;

	private final FindSession sessions;

	private final ConfirmHolder confirm;

	private final SignInMethods methods;

	ListMethods(Accounts accounts, FindSession sessions, ConfirmHolder confirm, SignInMethods methods) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.confirm = confirm;
		this.methods = methods;
	}

	Mono<Listed> of(Caller caller) {
		AccountId id = new AccountId(caller.id());
		Mono<Boolean> recent = Mono.justOrEmpty(caller.session())
			.flatMap((session) -> this.sessions.alive(new SessionId(session)))
			.map(this.confirm::isRecent)
			.defaultIfEmpty(false);
		Mono<Boolean> password = this.accounts.of(id)
			.map((account) -> account.passwordHash() != null)
			.defaultIfEmpty(false);
		return Mono.zip(password, recent, this.methods.of(id))
			.map((all) -> new Listed(all.getT1(), all.getT2(), all.getT3()));
	}

}
