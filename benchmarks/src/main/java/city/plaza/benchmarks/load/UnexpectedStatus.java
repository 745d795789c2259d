package city.plaza.benchmarks.load;

import java.io.IOException;

/** A response that another status was expected of. */
public final class UnexpectedStatus extends IOException {

	private static final long serialVersionUID = 1L;

	private final int status;

	UnexpectedStatus(int status, String message) {
		super(message);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}
