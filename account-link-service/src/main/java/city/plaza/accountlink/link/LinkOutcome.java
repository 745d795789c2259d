package city.plaza.accountlink.link;

import java.time.Duration;

/** The outcome of a request to link. */
sealed interface LinkOutcome {

	/** The access stands. */
	record Linked(CustomerLink link) implements LinkOutcome {
	}

	/** Number and name are right, and this resident has the link. */
	record AlreadyLinked() implements LinkOutcome {
	}

	/** Another resident of the account has disputed this resident's link. */
	record Suspended() implements LinkOutcome {
	}

	/** The number or the name is wrong; which one is not disclosed. */
	record NoSuchAccount() implements LinkOutcome {
	}

	/**
	 * The request was not checked: others have failed too often, so the bill is asked
	 * for.
	 */
	record FurtherProofRequired() implements LinkOutcome {
	}

	/** Number, name or bill is wrong; which one is not disclosed. */
	record ProofRefused() implements LinkOutcome {
	}

	/**
	 * The request was not checked.
	 *
	 * @param retryAfter when the next try is checked
	 */
	record TooManyTries(Duration retryAfter) implements LinkOutcome {
	}

}
