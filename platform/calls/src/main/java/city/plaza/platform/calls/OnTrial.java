package city.plaza.platform.calls;

import java.net.SocketException;

/**
 * An instance on trial let its time go by: the call is given up, as if its connection had
 * broken, and another one is asked.
 */
final class OnTrial extends SocketException {

	private static final long serialVersionUID = 1L;

	OnTrial() {
		super("No response yet from an instance on trial");
	}

	/** Its message is enough: a stack trace would show nothing more. */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

}
