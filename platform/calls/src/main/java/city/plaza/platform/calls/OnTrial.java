package city.plaza.platform.calls;

import java.io.IOException;

/** An instance on trial let its time go by: another one is asked. */
final class OnTrial extends IOException {

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
