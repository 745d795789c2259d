package city.plaza.platform.failure;

import java.util.Optional;

/**
 * An outage of something that a process depends on: a service, the database, the broker.
 * Whoever waits for it may try again; an error of any other kind is a bug or a refusal.
 * Which exception is which outage stands in {@link OutageTable}, and nowhere else.
 */
public enum Outage {

	/** No connection was made, so nothing was sent. */
	UNREACHABLE,

	/** A connection broke, so what was sent may have been done or not. */
	BROKEN,

	/** No response came in time, so what was sent may have been done or not. */
	LATE,

	/** The dependency itself reported that it cannot serve now. */
	REPORTED,

	/**
	 * A limit of this side was reached, so that the dependency was not asked: a full
	 * connection pool, an open circuit breaker. Does not concern the dependency.
	 */
	NOT_ASKED,

	/** A call failed on its way, for a reason that the libraries do not name. */
	UNEXPLAINED;

	/**
	 * Classifies an error by itself and its causes.
	 * @param error any
	 * @return the kind of outage; empty where the error is none
	 */
	public static Optional<Outage> of(Throwable error) {
		return OutageTable.find(Causes.all(error));
	}

}
