package city.plaza.identity.secondfactor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.secondfactor.passkey.Passkey;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.recovery.RecoveryCodes;
import city.plaza.identity.secondfactor.totp.Authenticators;
import city.plaza.identity.session.SecondStep;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** What an account can prove itself with besides its password. */
@Component
class Factors {

	/**
	 * All of one account.
	 *
	 * @param appAddedAt null where it has no authenticator app
	 * @param passkeys the oldest first
	 * @param codesLeft recovery codes that are unused; they are no factor by themselves
	 */
	record Held(@Nullable Instant appAddedAt, List<Passkey> passkeys, int codesLeft) {

		boolean any() {
			return count() > 0;
		}

		int count() {
			return ((this.appAddedAt != null) ? 1 : 0) + this.passkeys.size();
		}

		List<SecondStep.Method> methods() {
			List<SecondStep.Method> methods = new ArrayList<>();
			if (this.appAddedAt != null) {
				methods.add(SecondStep.Method.TOTP);
			}
			if (!this.passkeys.isEmpty()) {
				methods.add(SecondStep.Method.PASSKEY);
			}
			if (this.codesLeft > 0) {
				methods.add(SecondStep.Method.RECOVERY_CODE);
			}
			return List.copyOf(methods);
		}

	}

	private final Authenticators authenticators;

	private final Passkeys passkeys;

	private final RecoveryCodes codes;

	Factors(Authenticators authenticators, Passkeys passkeys, RecoveryCodes codes) {
		this.authenticators = authenticators;
		this.passkeys = passkeys;
		this.codes = codes;
	}

	Mono<Held> of(AccountId account) {
		return this.authenticators.addedAt(account)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.flatMap((added) -> this.passkeys.of(account)
				.zipWhen((passkeys) -> this.codes.left(account),
						(passkeys, left) -> new Held(added.orElse(null), passkeys, left)));
	}

}
