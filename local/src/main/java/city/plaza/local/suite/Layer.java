package city.plaza.local.suite;

/** The order of start, first to last; programs end in the opposite order. */
public enum Layer {

	/** What everything else needs: database, broker, mail, registry. */
	SERVER,

	/** The services. */
	SERVICE,

	/** The public entry point: it accepts no requests while the services end. */
	GATEWAY

}
