package city.plaza.platform.database;

import java.time.Duration;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.ConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;

/**
 * Opens the pool's first connections before the instance takes requests: with the classes
 * that have to be loaded for it, the first one takes longer than a request would wait.
 */
final class ConnectionsAtStart implements ApplicationRunner, Ordered {

	private static final Logger log = LoggerFactory.getLogger(ConnectionsAtStart.class);

	/** On a machine that is overloaded a start is not given up for a slow connection. */
	private static final Duration LIMIT = Duration.ofSeconds(45);

	private final ConnectionFactory connections;

	ConnectionsAtStart(ConnectionFactory connections) {
		this.connections = connections;
	}

	/**
	 * Before what else runs at the start: it waits for a connection as a request does.
	 */
	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	/** The thread that waits is the one that starts the instance. */
	@Override
	public void run(ApplicationArguments none) {
		if (this.connections instanceof ConnectionPool pool) {
			pool.warmup().timeout(LIMIT).onErrorResume((error) -> {
				log.warn("No connection to the database yet: {}", error.toString());
				return Mono.empty();
			}).block();
		}
	}

}
