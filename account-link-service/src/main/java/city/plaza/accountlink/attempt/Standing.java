package city.plaza.accountlink.attempt;

import java.time.Duration;

/** Whether a try is checked. */
public sealed interface Standing {

	/** Number and name are enough. */
	record Open() implements Standing {
	}

	/** Others have failed too often: the bill must be known too. */
	record ProofNeeded() implements Standing {
	}

	/**
	 * This resident has failed too often.
	 *
	 * @param retryAfter when the next try is checked
	 */
	record Closed(Duration retryAfter) implements Standing {
	}

}
