package city.plaza.platform.database;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BiPredicate;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.ValidationDepth;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.pool.PooledRefMetadata;

import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;

/**
 * The pool of connections, set up as Boot would do it but for one rule: an idle
 * connection that the server closed is thrown away when the pool meets it. Boot's pool
 * gives it to the request, which has to try again, and after a restart of the server
 * every idle connection is such a one: a request that met more of them than it had tries
 * failed.
 */
final class Pool {

	private Pool() {
	}

	/**
	 * A pool that has opened no connection yet.
	 * @param properties {@code spring.r2dbc} with its pool
	 */
	static ConnectionPool of(R2dbcProperties properties) {
		R2dbcProperties.Pool pool = properties.getPool();
		ConnectionPoolConfiguration.Builder builder = ConnectionPoolConfiguration.builder(server(properties))
			.initialSize(pool.getInitialSize())
			.maxSize(pool.getMaxSize())
			.maxAcquireTime(pool.getMaxAcquireTime())
			.acquireRetry(pool.getAcquireRetry())
			.maxCreateConnectionTime(pool.getMaxCreateConnectionTime())
			.maxValidationTime(pool.getMaxValidationTime())
			.validationDepth(pool.getValidationDepth())
			.maxIdleTime(pool.getMaxIdleTime())
			.maxLifeTime(given(pool.getMaxLifeTime(), "pool.max-life-time"))
			.customizer((idle) -> idle.evictionPredicate(
					closed().or(tooOld(pool.getMaxIdleTime(), given(pool.getMaxLifeTime(), "pool.max-life-time")))));
		return new ConnectionPool(builder.build());
	}

	private static ConnectionFactory server(R2dbcProperties properties) {
		return ConnectionFactoryBuilder.withUrl(given(properties.getUrl(), "url"))
			.username(given(properties.getUsername(), "username"))
			.password(given(properties.getPassword(), "password"))
			.configure((options) -> properties.getProperties().forEach((name, value) -> set(options, name, value)))
			.build();
	}

	private static void set(ConnectionFactoryOptions.Builder options, String name, String value) {
		options.option(Option.valueOf(name), value);
	}

	private static <T> T given(@Nullable T value, String name) {
		return Objects.requireNonNull(value, () -> "spring.r2dbc." + name + " is missing");
	}

	/** The driver knows it at once: nothing waits here. */
	private static BiPredicate<Connection, PooledRefMetadata> closed() {
		return (connection,
				metadata) -> !Mono.from(connection.validate(ValidationDepth.LOCAL)).toFuture().getNow(false);
	}

	/** What the pool itself checks where no rule is given. */
	private static BiPredicate<Connection, PooledRefMetadata> tooOld(Duration idle, Duration life) {
		return (connection, metadata) -> metadata.idleTime() >= idle.toMillis()
				|| metadata.lifeTime() >= life.toMillis();
	}

}
