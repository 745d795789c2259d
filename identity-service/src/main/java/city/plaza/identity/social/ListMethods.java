package city.plaza.identity.social;

import java.util.List;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.method.SignInMethod;
import city.plaza.identity.method.SignInMethods;
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
	 * @param methods by providers
	 */
	record Listed(boolean hasPassword, List<SignInMethod> methods) {
	}

	private final Accounts accounts;

	private final SignInMethods methods;

	ListMethods(Accounts accounts, SignInMethods methods) {
		this.accounts = accounts;
		this.methods = methods;
	}

	Mono<Listed> of(Caller caller) {
		AccountId id = new AccountId(caller.id());
		Mono<Boolean> password = this.accounts.of(id)
			.map((account) -> account.passwordHash() != null)
			.defaultIfEmpty(false);
		return Mono.zip(password, this.methods.of(id)).map((both) -> new Listed(both.getT1(), both.getT2()));
	}

}
