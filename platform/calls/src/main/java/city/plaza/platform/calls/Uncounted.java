package city.plaza.platform.calls;

/**
 * A failure that does not count against a service as a whole: the caller's body broke
 * off, or one of several instances is down.
 */
public class Uncounted extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Wraps what happened.
	 * @param cause as it arrived
	 */
	public Uncounted(Throwable cause) {
		super(cause.toString(), cause, false, false);
	}

	/**
	 * What happened.
	 * @param error an error of a call
	 * @return the error inside, if it was wrapped
	 */
	public static Throwable unwrap(Throwable error) {
		Throwable cause = error.getCause();
		return (error instanceof Uncounted && cause != null) ? cause : error;
	}

}
