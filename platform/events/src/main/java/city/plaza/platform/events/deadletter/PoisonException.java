package city.plaza.platform.events.deadletter;

/**
 * A record that no number of tries makes readable. The message says why in words of our
 * own: it never quotes the record.
 */
public class PoisonException extends RuntimeException {

	public PoisonException(String message) {
		super(message);
	}

	public PoisonException(String message, Throwable cause) {
		super(message, cause);
	}

}
