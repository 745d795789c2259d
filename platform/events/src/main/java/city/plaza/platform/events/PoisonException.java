package city.plaza.platform.events;

/**
 * A record that no number of tries makes readable. The message says why in words of our
 * own: it never quotes the record.
 */
class PoisonException extends RuntimeException {

	PoisonException(String message) {
		super(message);
	}

	PoisonException(String message, Throwable cause) {
		super(message, cause);
	}

}
