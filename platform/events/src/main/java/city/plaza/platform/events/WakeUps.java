package city.plaza.platform.events;

import java.time.Duration;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells within a millisecond or so that something was committed to the outbox, by LISTEN
 * on a connection of its own. It comes back by itself; a poll stands behind it.
 */
class WakeUps {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final ConnectionFactory connections;

	WakeUps(ConnectionFactory connections) {
		this.connections = connections;
	}

	/** Endless. */
	Flux<String> signals() {
		return Flux
			.usingWhen(Mono.from(this.connections.create()).cast(PostgresqlConnection.class), WakeUps::listen,
					PostgresqlConnection::close)
			.concatWith(Mono.error(() -> new IllegalStateException("The server hung up")))
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE).transientErrors(true));
	}

	/** The first signal is for what was committed while nobody listened. */
	private static Flux<String> listen(PostgresqlConnection connection) {
		return connection.createStatement("listen outbox")
			.execute()
			.flatMap(PostgresqlResult::getRowsUpdated)
			.thenMany(Flux.just("listening"))
			.concatWith(connection.getNotifications().map((notification) -> "committed"));
	}

}
