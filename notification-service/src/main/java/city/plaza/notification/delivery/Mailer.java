package city.plaza.notification.delivery;

/** Hands mails to the outside world. */
public interface Mailer {

	/**
	 * Sends a mail; blocks until the result is known.
	 * @return the result
	 */
	SendOutcome send(Mail mail);

	/** Closes the connections that no mail has gone over for a few seconds. */
	void rest();

}
