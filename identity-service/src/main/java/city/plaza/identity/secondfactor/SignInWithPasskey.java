package city.plaza.identity.secondfactor;

import java.util.Map;

import city.plaza.identity.account.Accounts;
import city.plaza.identity.secondfactor.passkey.PasskeyPurpose;
import city.plaza.identity.secondfactor.passkey.Passkeys;
import city.plaza.identity.secondfactor.passkey.RequestOptions;
import city.plaza.identity.secret.OpaqueTokens;
import city.plaza.identity.secret.Secret;
import city.plaza.identity.session.Session;
import city.plaza.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Signs in by a passkey alone: it is on a device and asks for a PIN, a finger or a face,
 * and so is two factors in one.
 */
@Component
class SignInWithPasskey {

	/**
	 * What a sign-in begins with.
	 *
	 * @param handle without which nobody can go on
	 */
	record Begun(Secret handle, RequestOptions options) {
	}

	private final Passkeys passkeys;

	private final Accounts accounts;

	private final AdmitHolder admitHolder;

	private final Transactions transactions;

	SignInWithPasskey(Passkeys passkeys, Accounts accounts, AdmitHolder admitHolder, Transactions transactions) {
		this.passkeys = passkeys;
		this.accounts = accounts;
		this.admitHolder = admitHolder;
		this.transactions = transactions;
	}

	Mono<Begun> begin() {
		Secret handle = OpaqueTokens.next();
		return this.passkeys.toSign(PasskeyPurpose.SIGN_IN, null, OpaqueTokens.hash(handle))
			.map((options) -> new Begun(handle, options));
	}

	/**
	 * Empty where anything about the passkey is wrong; the challenge is used up all the
	 * same.
	 */
	Mono<AdmitHolder.Admitted> signIn(Secret handle, Map<String, Object> credential, @Nullable Secret deviceToken,
			Session.Kind kind) {
		return this.transactions
			.inOne(this.passkeys.check(credential, PasskeyPurpose.SIGN_IN, null, OpaqueTokens.hash(handle))
				.flatMap(this.accounts::lock)
				.flatMap((account) -> this.admitHolder.admit(account, kind, deviceToken, false)));
	}

}
