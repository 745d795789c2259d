package city.plaza.platform.events;

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
 * The relay's own two connections: requests cannot starve it, and it may keep a
 * transaction open while Kafka is slow.
 */
class RelayConnections implements AutoCloseable {

	/**
	 * What the relay commits is only that something was sent. Forgetting that repeats an
	 * event, which readers expect; so it need not wait for the disk. The lanes of a relay
	 * that froze are given to another after a minute.
	 */
	private static final Map<String, String> SESSION = Map.of("synchronous_commit", "off", "statement_timeout", "30s",
			"lock_timeout", "5s", "idle_in_transaction_session_timeout", "60s");

	private final ConnectionFactory single;

	private final ConnectionPool claiming;

	RelayConnections(ConnectionFactory service) {
		ConnectionFactoryOptions options = options(service);
		String name = String.valueOf(options.getValue(PostgresqlConnectionFactoryProvider.APPLICATION_NAME));
		this.single = ConnectionFactories.get(options.mutate()
			.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name + "-wake-up")
			.build());
		this.claiming = new ConnectionPool(ConnectionPoolConfiguration
			.builder(ConnectionFactories.get(options.mutate()
				.option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, name + "-relay")
				.option(PostgresqlConnectionFactoryProvider.OPTIONS, SESSION)
				.build()))
			.initialSize(0)
			.maxSize(1)
			.maxAcquireTime(Duration.ofSeconds(5))
			.maxCreateConnectionTime(Duration.ofSeconds(3))
			.build());
	}

	private static ConnectionFactoryOptions options(ConnectionFactory service) {
		OptionsCapableConnectionFactory capable = OptionsCapableConnectionFactory.unwrapFrom(service);
		if (capable == null) {
			throw new IllegalStateException("The service's connection factory does not tell where it connects to");
		}
		return capable.getOptions();
	}

	/** Of which each use makes a new connection. */
	ConnectionFactory single() {
		return this.single;
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
