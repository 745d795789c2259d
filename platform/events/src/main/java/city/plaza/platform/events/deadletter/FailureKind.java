package city.plaza.platform.events.deadletter;

import java.time.DateTimeException;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.failure.Outage;
import tools.jackson.core.JacksonException;

/**
 * The kind of failure that kept an event from being applied, which decides on retries.
 */
public enum FailureKind {

	/** Something the service depends on is down: retried until it is back. */
	OUTAGE,
	/** The event itself is wrong: not retried. */
	POISON,
	/** Anything else: a few retries, then to the dead letters. */
	FAILURE;

	/**
	 * Finds the kind of an error by its causes.
	 * @param error of a handler, or of what is around it
	 * @return its kind
	 */
	public static FailureKind of(Throwable error) {
		// The same event may run into a timeout for ever.
		if (Outage.of(error).filter((outage) -> outage != Outage.LATE).isPresent()) {
			return OUTAGE;
		}
		return Causes.any(error, FailureKind::isPoison) ? POISON : FAILURE;
	}

	private static boolean isPoison(Throwable cause) {
		return cause instanceof PoisonException || cause instanceof IllegalArgumentException
				|| cause instanceof DateTimeException || cause instanceof ArithmeticException
				|| cause instanceof JacksonException;
	}

}
