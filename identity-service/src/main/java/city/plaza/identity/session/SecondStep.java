package city.plaza.identity.session;

import city.plaza.identity.account.Account;
import reactor.core.publisher.Mono;

/** Asks for a second factor, where the account has one or has to have one. */
public interface SecondStep {

	/** What the second step can be taken with. */
	enum Method {

		/** A code of an authenticator app. */
		TOTP,
		/** A passkey. */
		PASSKEY,
		/** One of the codes that were printed. */
		RECOVERY_CODE,
		/** The account has to add a factor first, and may add an authenticator app. */
		ADD_TOTP,
		/** The account has to add a factor first, and may add a passkey. */
		ADD_PASSKEY

	}

	/**
	 * Begins the second step of a sign-in whose first step is done.
	 * @param kind of the session that will open
	 * @param remembered whether the device is not to be asked for a factor
	 * @return what is to come; nothing where the session may open now
	 */
	Mono<PendingSignIn> begin(Account account, Session.Kind kind, boolean remembered);

}
