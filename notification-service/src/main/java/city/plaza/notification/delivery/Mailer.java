package city.plaza.notification.delivery;

/** Hands mails to the outside world. */
public interface Mailer {

	/**
	 * Sends a mail; blocks until it is known what became of it.
	 * @param mail to send
	 * @return what became of it
	 */
	SendOutcome send(Mail mail);

	/** Closes the connections that no mail has gone over for a few seconds. */
	void rest();

}
