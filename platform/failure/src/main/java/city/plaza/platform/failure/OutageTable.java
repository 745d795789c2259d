package city.plaza.platform.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolAcquireTimeoutException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.server.ResponseStatusException;

/**
 * The exceptions that are outages. The first row that the error or any of its causes
 * matches decides. Rows of a library that the process does not have are left out.
 */
final class OutageTable {

	private static final Set<Integer> STATUSES = Set.of(502, 503, 504);

	private static final List<Row> ROWS = Stream.of(
	// @formatter:off
			// No statement ran, whatever the server's reason.
			row(Outage.UNREACHABLE, () -> any(CannotCreateTransactionException.class)),

			// The server's own state is more exact than the classes that drivers map it to.
			row(Outage.REPORTED, () -> of(R2dbcException.class, (error) -> SqlState.isOutage(error.getSqlState()))),
			row(Outage.LATE, () -> of(R2dbcException.class, (error) -> SqlState.isTimeout(error.getSqlState()))),
			row(null, () -> of(R2dbcException.class, (error) -> SqlState.isKnown(error.getSqlState()))),

			// Limits of this side; some of them extend TimeoutException.
			row(Outage.NOT_ASKED, () -> any(CallNotPermittedException.class)),
			row(Outage.NOT_ASKED, () -> any(PoolAcquireTimeoutException.class)),
			row(Outage.NOT_ASKED, () -> any(PoolAcquirePendingLimitException.class)),
			row(Outage.NOT_ASKED, () -> any(reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException.class)),
			row(Outage.NOT_ASKED, () -> any(reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException.class)),

			row(Outage.UNREACHABLE, () -> any(ConnectException.class)),
			row(Outage.UNREACHABLE, () -> any(UnknownHostException.class)),
			row(Outage.UNREACHABLE, () -> any(NoRouteToHostException.class)),
			// Without a state it is the pool's: no connection in time.
			row(Outage.UNREACHABLE, () -> any(R2dbcTimeoutException.class)),

			row(Outage.BROKEN, () -> any(SocketException.class)),
			row(Outage.BROKEN, () -> any(ClosedChannelException.class)),
			row(Outage.BROKEN, () -> any(SSLException.class)),
			row(Outage.BROKEN, () -> any(PrematureCloseException.class)),
			row(Outage.BROKEN, () -> any(AbortedException.class)),
			// "Broken pipe" has no class of its own; other subclasses are about files and formats.
			row(Outage.BROKEN, () -> (error) -> error.getClass() == IOException.class),
			row(Outage.BROKEN, () -> any(R2dbcTransientResourceException.class)),
			row(Outage.BROKEN, () -> any(R2dbcNonTransientResourceException.class)),
			row(Outage.BROKEN, () -> any(TransientDataAccessResourceException.class)),
			row(Outage.BROKEN, () -> any(DataAccessResourceFailureException.class)),

			// Kafka's own time-outs are among them; before the other time-outs, for they may be repeated.
			row(Outage.REPORTED, () -> any(RetriableException.class)),

			row(Outage.LATE, () -> any(TimeoutException.class)),
			row(Outage.LATE, () -> any(io.netty.handler.timeout.TimeoutException.class)),
			row(Outage.LATE, () -> any(SocketTimeoutException.class)),
			row(Outage.LATE, () -> any(QueryTimeoutException.class)),

			row(Outage.REPORTED, () -> of(WebClientResponseException.class, (error) -> isOutage(error.getStatusCode()))),
			row(Outage.REPORTED, () -> of(ResponseStatusException.class, (error) -> isOutage(error.getStatusCode()))),

			row(Outage.UNEXPLAINED, () -> any(WebClientRequestException.class)))
	// @formatter:on
		.flatMap(Optional::stream)
		.toList();

	private OutageTable() {
	}

	/** Of an error and its causes. */
	static Optional<Outage> find(List<Throwable> causes) {
		return ROWS.stream()
			.filter((row) -> causes.stream().anyMatch(row.test()))
			.findFirst()
			.flatMap((row) -> Optional.ofNullable(row.outage()));
	}

	private static boolean isOutage(HttpStatusCode status) {
		return STATUSES.contains(status.value());
	}

	/** No row where a class in the test is missing. */
	private static Optional<Row> row(@Nullable Outage outage, Supplier<Predicate<Throwable>> test) {
		try {
			return Optional.of(new Row(outage, test.get()));
		}
		catch (NoClassDefFoundError missing) {
			return Optional.empty();
		}
	}

	private static Predicate<Throwable> any(Class<? extends Throwable> type) {
		return type::isInstance;
	}

	private static <T extends Throwable> Predicate<Throwable> of(Class<T> type, Predicate<T> test) {
		return (error) -> type.isInstance(error) && test.test(type.cast(error));
	}

	/**
	 * One row.
	 *
	 * @param outage null where the errors of the row are no outage
	 */
	private record Row(@Nullable Outage outage, Predicate<Throwable> test) {
	}

}
