package city.plaza.local.topology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import city.plaza.local.suite.Layer;
import org.jspecify.annotations.Nullable;

/** One of Plaza's own services, in the order of start. */
public enum Service {

	DISCOVERY("discovery", Layer.SERVER, Port.DISCOVERY, Port.DISCOVERY, null, ""),

	IDENTITY("identity-service", Layer.SERVICE, Port.IDENTITY, Port.IDENTITY, Database.IDENTITY,
			"identity.verification identity.residents identity.sessions identity.security"),

	ACCOUNT_LINK("account-link-service", Layer.SERVICE, Port.ACCOUNT_LINK, Port.ACCOUNT_LINK, Database.ACCOUNT_LINK,
			"account-link.links"),

	BILLING("billing-service", Layer.SERVICE, Port.BILLING, Port.BILLING, Database.BILLING,
			"billing.customers billing.bill-proofs billing.payments"),

	NOTIFICATION("notification-service", Layer.SERVICE, Port.NOTIFICATION, Port.NOTIFICATION, Database.NOTIFICATION,
			"notification.deliveries"),

	PORTAL("portal", Layer.SERVICE, Port.PORTAL, Port.PORTAL, null, ""),

	GATEWAY("gateway", Layer.GATEWAY, Port.GATEWAY, Port.GATEWAY_MANAGEMENT, null, "");

	private final String module;

	private final Layer layer;

	private final Port port;

	private final Port healthPort;

	private final @Nullable Database database;

	/** Separated by spaces. */
	private final String topics;

	Service(String module, Layer layer, Port port, Port healthPort, @Nullable Database database, String topics) {
		this.module = module;
		this.layer = layer;
		this.port = port;
		this.healthPort = healthPort;
		this.database = database;
		this.topics = topics;
	}

	/** Its Maven module, which is also its name at discovery and as a process. */
	public String module() {
		return this.module;
	}

	public Layer layer() {
		return this.layer;
	}

	/** The one that serves requests. */
	public Port port() {
		return this.port;
	}

	/** First the one that serves requests, last the one that reports its health. */
	public List<Port> ports() {
		return Stream.of(this.port, this.healthPort).distinct().toList();
	}

	public Optional<Database> database() {
		return Optional.ofNullable(this.database);
	}

	/** The Kafka topics that it owns: it creates them and writes to them. */
	public List<String> topics() {
		return this.topics.isEmpty() ? List.of() : List.of(this.topics.split(" ", -1));
	}

}
