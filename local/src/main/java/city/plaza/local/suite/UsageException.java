package city.plaza.local.suite;

/**
 * An error that the user can fix. Its message is one line that describes what is wrong
 * and what to do; no stack trace is shown.
 */
public final class UsageException extends RuntimeException {

	public UsageException(String message) {
		super(message);
	}

}
