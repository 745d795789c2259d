package city.plaza.portal.client;

/**
 * A service that cannot be reached, responds too late, or has its circuit breaker open.
 */
public class ServiceUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String service;

	ServiceUnavailable(String service, Throwable cause) {
		super(service + " is not available: " + cause, cause);
		this.service = service;
	}

	/** The service's name. */
	public String service() {
		return this.service;
	}

}
