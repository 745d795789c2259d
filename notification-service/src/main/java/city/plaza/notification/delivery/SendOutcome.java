package city.plaza.notification.delivery;

/** What became of a mail. */
public sealed interface SendOutcome {

	/** The mail server answers for it from now on. */
	record Taken() implements SendOutcome {
	}

	/**
	 * Worth another try.
	 *
	 * @param reason without personal data
	 */
	record NotNow(String reason) implements SendOutcome {
	}

	/**
	 * Another try would meet the same answer.
	 *
	 * @param reason without personal data
	 */
	record Refused(String reason) implements SendOutcome {
	}

}
