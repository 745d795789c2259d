package city.plaza.platform.problem;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Tells an outage of something we depend on (answered 503, worth another try) from a
 * fault of our own (answered 500).
 */
class OutageSigns {

	private static final Set<String> NAMES = Set.of("DataAccessResourceFailureException", "R2dbcTransientException",
			"R2dbcNonTransientResourceException", "R2dbcTransientResourceException", "R2dbcTimeoutException",
			"PoolAcquireTimeoutException", "CannotCreateTransactionException", "QueryTimeoutException",
			"WebClientRequestException", "CallNotPermittedException", "JwkSourceException");

	boolean isOutage(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException || cause instanceof TimeoutException
					|| NAMES.contains(cause.getClass().getSimpleName())) {
				return true;
			}
		}
		return false;
	}

}
