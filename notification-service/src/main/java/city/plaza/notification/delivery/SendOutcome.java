package city.plaza.notification.delivery;

/** The result of sending a mail. */
public sealed interface SendOutcome {

	/** The mail server accepted it and is responsible for it from now on. */
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
	 * Another try would be refused in the same way.
	 *
	 * @param reason without personal data
	 */
	record Refused(String reason) implements SendOutcome {
	}

}
