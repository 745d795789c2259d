package city.plaza.platform.calls;

/**
 * A call that ended because of whoever asked for it, such as a body that broke off; says
 * nothing about the service.
 */
public class CallerFault extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Wraps what the caller did.
	 * @param cause as it arrived
	 */
	public CallerFault(Throwable cause) {
		super(cause.toString(), cause, false, false);
	}

}
