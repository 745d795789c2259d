package city.plaza.identity.verification;

import java.util.UUID;

/**
 * What a mailed code is part of and bound to: a code of one flow is worth nothing in
 * another. Who has its id may try codes, so it is hard to guess.
 */
public interface CodeFlow {

	/** Random. */
	UUID value();

	/** What its codes prove. */
	Purpose purpose();

	/** What a code is for. */
	enum Purpose {

		/** That the address of an account to be is the person's own. */
		REGISTRATION(false),
		/** That the person may choose another password of an account. */
		PASSWORD_RESET(true),
		/** That the new address of an account is its holder's. */
		EMAIL_CHANGE(false),
		/** That the person is the holder of an account. */
		ACCOUNT_PROOF(true);

		private final boolean ofHolder;

		Purpose(boolean ofHolder) {
			this.ofHolder = ofHolder;
		}

		/** Whether codes go to addresses that have an account, or to all others. */
		boolean ofHolder() {
			return this.ofHolder;
		}

	}

}
