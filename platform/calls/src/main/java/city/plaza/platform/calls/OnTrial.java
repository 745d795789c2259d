package city.plaza.platform.calls;

import java.io.IOException;

/** An instance on trial let its time go by: another one is asked. */
final class OnTrial extends IOException {

	private static final long serialVersionUID = 1L;

	OnTrial() {
		super("No answer yet from an instance on trial");
	}

	/** It says where the time went, not where in the code. */
	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

}
