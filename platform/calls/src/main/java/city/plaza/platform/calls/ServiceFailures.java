package city.plaza.platform.calls;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.failure.Outage;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * What a service failed at itself: no connection, a broken one, no response in time, 500,
 * 502, 504. A 503 is a service that reports so itself and at once; a full pool, a bad
 * body or a client that left do not count.
 */
public final class ServiceFailures {

	private static final Set<Integer> STATUSES = Set.of(500, 502, 504);

	private static final Set<Outage> OUTAGES = EnumSet.of(Outage.UNREACHABLE, Outage.BROKEN, Outage.LATE);

	private ServiceFailures() {
	}

	/**
	 * Whether the service is to blame.
	 * @param error what a call ended with
	 * @return true where it counts against the service
	 */
	public static boolean isFailure(Throwable error) {
		return !isUncounted(error) && Outage.of(error).filter(OUTAGES::contains).isPresent();
	}

	static boolean isUncounted(Throwable error) {
		return Causes.any(error, Uncounted.class::isInstance);
	}

	static boolean isFailure(Object response) {
		return statusOf(response).filter((status) -> STATUSES.contains(status.value())).isPresent();
	}

	/** Whether the response reports that the service could not do what was asked. */
	static boolean isServerError(Object response) {
		return statusOf(response).filter(HttpStatusCode::is5xxServerError).isPresent();
	}

	private static Optional<HttpStatusCode> statusOf(Object response) {
		return switch (response) {
			case HttpStatusCode status -> Optional.of(status);
			case ClientResponse client -> Optional.of(client.statusCode());
			default -> Optional.empty();
		};
	}

}
