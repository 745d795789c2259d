package city.plaza.portal.neighbour;

/** The services the portal calls, by their names in the registry. */
public enum Neighbour {

	/** Residents, sign-in, sessions. */
	IDENTITY("identity-service"),

	/** Customer links. */
	ACCOUNT_LINK("account-link-service"),

	/** Customers, bills, payments. */
	BILLING("billing-service"),

	/** Billing again, with timeouts for large files. */
	BILLING_FILES("billing-service", "billing-files");

	private final String service;

	private final String breaker;

	Neighbour(String service) {
		this(service, service);
	}

	Neighbour(String service, String breaker) {
		this.service = service;
		this.breaker = breaker;
	}

	String service() {
		return this.service;
	}

	String breaker() {
		return this.breaker;
	}

}
