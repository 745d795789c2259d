package city.plaza.identity.registration;

import city.plaza.identity.session.OpenedSession;

/** How the confirmation of an address ended. */
sealed interface Confirmation {

	/**
	 * The resident exists and is signed in.
	 *
	 * @param session the first one
	 */
	record Confirmed(OpenedSession session) implements Confirmation {
	}

	/** No. */
	enum Refused implements Confirmation {

		/** There is no such registration. */
		UNKNOWN,
		/** Not the code. */
		WRONG_CODE,
		/** Too old. */
		EXPIRED_CODE,
		/** Tried too often. */
		TRIES_SPENT,
		/** The code did its work, or the address has an account by another one. */
		ALREADY_USED

	}

}
