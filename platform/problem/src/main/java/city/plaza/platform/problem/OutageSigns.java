package city.plaza.platform.problem;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Tells an outage of something we depend on (answered 503, worth another try) from a
 * fault of our own (answered 500).
 */
final class OutageSigns {

	// Known by name, for they belong to libraries that not every service has.
	private static final Set<String> NAMES = Set.of("DataAccessResourceFailureException",
			"R2dbcNonTransientResourceException", "R2dbcTransientResourceException", "R2dbcTimeoutException",
			"PoolAcquireTimeoutException", "PoolAcquirePendingLimitException", "CannotCreateTransactionException",
			"QueryTimeoutException", "CallNotPermittedException", "BulkheadFullException", "PrematureCloseException",
			"AbortedException",
			// What Spring Cloud Gateway makes of an open breaker and of a time-out.
			"ServiceUnavailableException", "TimeoutException");

	private static final Set<Integer> ELSEWHERE = Set.of(502, 503, 504);

	private OutageSigns() {
	}

	static boolean isOutage(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (isSign(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isSign(Throwable cause) {
		return switch (cause) {
			case WebClientRequestException unreachable -> true;
			case WebClientResponseException answer -> ELSEWHERE.contains(answer.getStatusCode().value());
			case SocketException broken -> true;
			case SocketTimeoutException late -> true;
			case UnknownHostException unknown -> true;
			case TimeoutException late -> true;
			default -> NAMES.contains(cause.getClass().getSimpleName());
		};
	}

}
