package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.ConnectionFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Signals that something was committed to the outbox: at once to the relays of this
 * process, and within milliseconds to those of others, by NOTIFY on a connection of its
 * own. A notification inside of the business transaction would make PostgreSQL serialise
 * all commits of the server. The connection is opened again by itself; a poll makes up
 * for what is missed.
 */
class CommitSignals {

	/** Commits within this are one notification. */
	static final Duration COALESCED = Duration.ofMillis(5);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final String instance = UUID.randomUUID().toString();

	private final Sinks.Many<Priority> commits = Sinks.many().multicast().directBestEffort();

	private final Flux<Priority> others;

	CommitSignals(ConnectionFactory connections) {
		this.others = Flux
			.usingWhen(Mono.from(connections.create()).cast(PostgresqlConnection.class), this::listen,
					PostgresqlConnection::close)
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE).transientErrors(true))
			.share();
	}

	/** Called after each commit; a signal that is lost is made up for by the poll. */
	void committed(Priority priority) {
		while (this.commits.tryEmitNext(priority) == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
			Thread.onSpinWait();
		}
	}

	/** Endless, for each time there may be something new of the priority. */
	Flux<Priority> of(Priority wanted) {
		return Flux.merge(this.commits.asFlux().onBackpressureLatest(), this.others.onBackpressureLatest())
			.filter(wanted::equals);
	}

	/** The first signals are for what was committed before it listened. */
	private Publisher<Priority> listen(PostgresqlConnection connection) {
		Flux<Priority> received = connection.getNotifications()
			.filter((notification) -> !isOwn(notification))
			.flatMapIterable(CommitSignals::priorities)
			.concatWith(Mono.error(() -> new IllegalStateException("The server closed the connection")));
		return connection.createStatement("listen outbox")
			.execute()
			.flatMap(PostgresqlResult::getRowsUpdated)
			.thenMany(Flux.merge(Flux.just(Priority.values()), received, notifying(connection, Priority.NORMAL),
					notifying(connection, Priority.BULK)));
	}

	private Flux<Priority> notifying(PostgresqlConnection connection, Priority priority) {
		return this.commits.asFlux()
			.filter(priority::equals)
			.onBackpressureLatest()
			.concatMap((commit) -> Mono.delay(COALESCED).thenMany(notify(connection, priority)), 0);
	}

	private Flux<Priority> notify(PostgresqlConnection connection, Priority priority) {
		return connection.createStatement("notify outbox, '%s %s'".formatted(priority, this.instance))
			.execute()
			.flatMap(PostgresqlResult::getRowsUpdated)
			.thenMany(Flux.empty());
	}

	private boolean isOwn(Notification notification) {
		String payload = notification.getParameter();
		return payload != null && payload.endsWith(this.instance);
	}

	/** One without a payload was sent by hand, and means every priority. */
	private static Iterable<Priority> priorities(Notification notification) {
		String payload = notification.getParameter();
		for (Priority priority : Priority.values()) {
			if (payload != null && payload.startsWith(priority.name())) {
				return List.of(priority);
			}
		}
		return List.of(Priority.values());
	}

}
