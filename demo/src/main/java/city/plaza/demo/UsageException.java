package city.plaza.demo;

/** An option is wrong; the message is one line with what to do instead. */
final class UsageException extends RuntimeException {

	UsageException(String message) {
		super(message);
	}

}
