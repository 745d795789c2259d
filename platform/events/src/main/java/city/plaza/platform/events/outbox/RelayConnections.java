package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.Map;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;

import org.springframework.boot.r2dbc.OptionsCapableConnectionFactory;

/**
 * A relay's own connections: requests cannot starve it, and it may keep a transaction
 * open while Kafka is slow.
 */
class RelayConnections implements AutoCloseable {

	private final ConnectionPool claiming;

	RelayConnections(ConnectionFactory service, Lease lease) {
		ConnectionFactoryOptions options = options(service);
		this.claiming = new ConnectionPool(ConnectionPoolConfiguration
			.builder(ConnectionFactories.get(options.mutate()
				.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name(options) + "-relay")
				.option(PostgresqlConnectionFactoryProvider.OPTIONS, session(lease))
				.build()))
			.initialSize(0)
			.maxIdleTime(Duration.ofMinutes(5))
			.maxSize(1)
			.maxAcquireTime(Duration.ofSeconds(5))
			.maxCreateConnectionTime(Duration.ofSeconds(3))
			.build());
	}

	/**
	 * What the relay commits is only that something was sent. If that is lost, an event
	 * is repeated, which readers expect; so it need not wait for the disk. The lanes of a
	 * relay that froze go to another once its lease has expired.
	 */
	private static Map<String, String> session(Lease lease) {
		return Map.of("synchronous_commit", "off", "statement_timeout", "30s", "lock_timeout", "5s",
				"idle_in_transaction_session_timeout", lease.length().toMillis() + "ms",
				// The outbox is empty or has many thousand rows; one plan does not do for
				// both.
				"plan_cache_mode", "force_custom_plan");
	}

	private static ConnectionFactoryOptions options(ConnectionFactory service) {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(service);
		if (capable == null) {
			throw new IllegalStateException("The service's connection factory does not reveal where it connects to");
		}
		return capable.getOptions();
	}

	/** Of which each use opens a connection, for signals. */
	static ConnectionFactory forSignals(ConnectionFactory service) {
		ConnectionFactoryOptions options = options(service);
		return ConnectionFactories.get(options.mutate()
			.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name(options) + "-wake-up")
			.build());
	}

	private static String name(ConnectionFactoryOptions options) {
		return String.valueOf(options.getValue(PostgresqlConnectionFactoryProvider.APPLICATION_NAME));
	}

	/** One connection, kept. */
	ConnectionFactory claiming() {
		return this.claiming;
	}

	@Override
	public void close() {
		this.claiming.dispose();
	}

}
