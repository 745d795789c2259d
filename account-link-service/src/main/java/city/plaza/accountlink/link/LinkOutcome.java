package city.plaza.accountlink.link;

import java.time.Duration;

/** What became of a wish to link. */
sealed interface LinkOutcome {

	/**
	 * The access stands.
	 *
	 * @param link new
	 */
	record Linked(CustomerLink link) implements LinkOutcome {
	}

	/** Number and name are right, and this resident has the link. */
	record AlreadyLinked() implements LinkOutcome {
	}

	/** Another resident of the account has disputed this resident's link. */
	record Suspended() implements LinkOutcome {
	}

	/** The number or the name is wrong; which one is not told. */
	record NoSuchAccount() implements LinkOutcome {
	}

	/** Nothing was looked at: others have failed too often, so the bill is asked for. */
	record FurtherProofRequired() implements LinkOutcome {
	}

	/** Number, name or bill is wrong; which one is not told. */
	record ProofRefused() implements LinkOutcome {
	}

	/**
	 * Nothing was looked at.
	 *
	 * @param retryAfter when the next try is looked at
	 */
	record TooManyTries(Duration retryAfter) implements LinkOutcome {
	}

}
