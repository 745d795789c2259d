package city.plaza.platform.calls;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * What a service failed at itself: no connection, a broken one, no answer in time, 500,
 * 502, 504. A 503 is a service that tells so itself and at once; a full pool, a bad body
 * or a client that left say nothing about it.
 */
public final class ServiceFailures {

	private static final Set<Integer> STATUSES = Set.of(500, 502, 504);

	/** Of this side, though its type is a time-out's. */
	private static final String OWN_POOL = "PoolAcquireTimeoutException";

	/** Of a connection that the other side ended before the request was on its way. */
	private static final String CLOSED = "AbortedException";

	private ServiceFailures() {
	}

	/**
	 * Whether the service is to blame.
	 * @param error what a call ended with
	 * @return true where it counts against the service
	 */
	public static boolean isFailure(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof Uncounted || cause.getClass().getSimpleName().equals(OWN_POOL)) {
				return false;
			}
			if (isBroken(cause) || cause instanceof TimeoutException
					|| cause instanceof io.netty.handler.timeout.TimeoutException) {
				return true;
			}
		}
		return false;
	}

	static boolean isBroken(Throwable cause) {
		return cause instanceof IOException || cause.getClass().getSimpleName().equals(CLOSED);
	}

	static boolean isFailure(Object answer) {
		return switch (answer) {
			case HttpStatusCode status -> STATUSES.contains(status.value());
			case ClientResponse response -> STATUSES.contains(response.statusCode().value());
			default -> false;
		};
	}

}
