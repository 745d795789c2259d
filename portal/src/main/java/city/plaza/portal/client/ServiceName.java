package city.plaza.portal.client;

/** The services the portal calls, by their names in the registry. */
public enum ServiceName {

	/** Residents, sign-in, sessions. */
	IDENTITY("identity-service"),

	/** Customer links. */
	ACCOUNT_LINK("account-link-service"),

	/** Customers, bills, payments. */
	BILLING("billing-service"),

	/** Billing again, with timeouts for large files. */
	BILLING_FILES("billing-service", "billing-files"),

	/** Residents again, with timeouts for files. */
	IDENTITY_FILES("identity-service", "identity-files"),

	/** Notices to the visitor. */
	NOTIFICATION("notification-service");

	private final String service;

	private final String breaker;

	ServiceName(String service) {
		this(service, service);
	}

	ServiceName(String service, String breaker) {
		this.service = service;
		this.breaker = breaker;
	}

	/** Whether whole files go there, which take longer than a page may wait. */
	boolean takesFiles() {
		return this == BILLING_FILES || this == IDENTITY_FILES;
	}

	String service() {
		return this.service;
	}

	String breaker() {
		return this.breaker;
	}

}
