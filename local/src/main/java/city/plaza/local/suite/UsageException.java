package city.plaza.local.suite;

/**
 * Something that the person at the terminal can put right. Its message is one line that
 * says what is wrong and what to do; no stack trace is shown.
 */
public final class UsageException extends RuntimeException {

	public UsageException(String message) {
		super(message);
	}

}
