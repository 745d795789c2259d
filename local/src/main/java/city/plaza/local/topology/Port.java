package city.plaza.local.topology;

/** A TCP port on which a suite listens, in the order of start. */
public enum Port {

	POSTGRES("postgres", 15_432), KAFKA("kafka", 19_092), KAFKA_CONTROLLER("kafka-controller", 19_093),
	INBOX("inbox", 18_025), SMTP("smtp", 11_025), SIGN_IN("sign-in-provider", 18_086), DISCOVERY("discovery", 18_761),
	IDENTITY("identity-service", 18_081), ACCOUNT_LINK("account-link-service", 18_082),
	BILLING("billing-service", 18_083), NOTIFICATION("notification-service", 18_084), PORTAL("portal", 18_085),
	GATEWAY("gateway", 8_080), GATEWAY_MANAGEMENT("gateway-management", 18_080);

	private final String label;

	private final int number;

	Port(String label, int number) {
		this.label = label;
		this.number = number;
	}

	/** The program that listens on it, with its purpose where it is not the only one. */
	public String label() {
		return this.label;
	}

	/** The number where ports are not shifted. */
	int number() {
		return this.number;
	}

}
