package city.plaza.identity.secondfactor;

import city.plaza.identity.account.Account;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.totp.Authenticators;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Removes all factors of an account that was in wrong hands: nobody knows whose they are.
 */
@Component
public class RemoveAllFactors {

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final NoteFactor noteFactor;

	RemoveAllFactors(Authenticators authenticators, Passkeys passkeys, NoteFactor noteFactor) {
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.noteFactor = noteFactor;
	}

	/**
	 * Removes them, in the transaction of the caller.
	 * @return completes when none is left, nor a recovery code or a remembered device
	 */
	public Mono<Void> of(Account account) {
		return this.authenticators.remove(account.id())
			.thenMany(this.passkeys.of(account.id()).flatMapMany(Flux::fromIterable))
			.concatMap((passkey) -> this.passkeys.remove(account.id(), passkey.id()))
			.then(this.noteFactor.removed(account, false));
	}

}
