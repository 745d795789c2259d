package city.plaza.identity.email;

import city.plaza.identity.account.Account;
import city.plaza.identity.account.Accounts;
import city.plaza.identity.method.SignInMethods;
import city.plaza.identity.secondfactor.RemoveAllFactors;
import city.plaza.identity.session.EndSessions;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Shuts everybody out of an account that was in wrong hands: by password, provider,
 * passkey or open session. Its mail alone leads back in.
 */
@Component
class ShutOut {

	private final Accounts accounts;

	private final SignInMethods methods;

	private final RemoveAllFactors removeFactors;

	private final EndSessions endSessions;

	ShutOut(Accounts accounts, SignInMethods methods, RemoveAllFactors removeFactors, EndSessions endSessions) {
		this.accounts = accounts;
		this.methods = methods;
		this.removeFactors = removeFactors;
		this.endSessions = endSessions;
	}

	/**
	 * Runs in the transaction of its caller.
	 * @param nobodysPassword hash of a password that nobody knows
	 */
	Mono<Void> everybody(Account account, String nobodysPassword) {
		return this.accounts.changePassword(account.id(), nobodysPassword)
			.then(this.methods.removeAllOf(account.id()))
			.then(this.removeFactors.of(account))
			.then(this.endSessions.passwordChanged(account.id()));
	}

}
