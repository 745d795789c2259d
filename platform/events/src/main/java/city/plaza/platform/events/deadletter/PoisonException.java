package city.plaza.platform.events.deadletter;

/**
 * A record that no retry makes readable. The message names the reason and never quotes
 * the record.
 */
public class PoisonException extends RuntimeException {

	public PoisonException(String message) {
		super(message);
	}

	public PoisonException(String message, Throwable cause) {
		super(message, cause);
	}

}
