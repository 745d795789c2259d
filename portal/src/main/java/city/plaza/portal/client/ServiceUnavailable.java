package city.plaza.portal.client;

import java.time.Duration;

import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A service that cannot be reached, responds too late, has too much to do, or has its
 * circuit breaker open.
 */
public class ServiceUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String service;

	ServiceUnavailable(String service, Throwable cause) {
		super(service + " is not available: " + cause, cause);
		this.service = service;
	}

	/** When to try again, where the service or the guard in front of it said so. */
	public @Nullable Duration retryAfter() {
		return switch (getCause()) {
			case ApiProblem problem -> problem.retryAfter();
			case ProblemException refused -> refused.problem().retryAfter();
			case null, default -> null;
		};
	}

	/** The service's name. */
	public String service() {
		return this.service;
	}

}
