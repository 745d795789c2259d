package city.plaza.demo;

/** An option is wrong; the message is one line that says what to do. */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
