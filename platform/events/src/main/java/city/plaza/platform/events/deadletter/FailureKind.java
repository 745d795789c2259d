package city.plaza.platform.events.deadletter;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;

import city.plaza.platform.events.Causes;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * The kind of failure that kept an event from being applied, which decides on retries.
 */
public enum FailureKind {

	/** Something the service depends on is down: retried until it is back. */
	OUTAGE,
	/** The event itself is wrong: not retried. */
	POISON,
	/** Anything else: a few retries, then to the dead letters. */
	FAILURE;

	/** Connection exceptions (08) and insufficient resources (53). */
	private static final Set<String> CLASSES_OF_OUTAGE = Set.of("08", "53");

	/**
	 * Single SQL states of a server that is stopping, starting or read-only (a standby),
	 * failed on its disk, or was busy with others. A statement timeout (57014) is not one
	 * of them: the same event may run into it for ever.
	 */
	private static final Set<String> STATES_OF_OUTAGE = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "40001",
			"40P01", "55P03", "58030", "25006");

	/** Checked only where the server named no state. */
	private static final List<Class<? extends Exception>> OUTAGES = List.of(R2dbcTransientResourceException.class,
			R2dbcNonTransientResourceException.class, R2dbcTimeoutException.class,
			TransientDataAccessResourceException.class, DataAccessResourceFailureException.class,
			ConnectException.class, SocketException.class, SocketTimeoutException.class, UnknownHostException.class,
			ClosedChannelException.class, RetriableException.class);

	/**
	 * Finds the kind of an error by its causes.
	 * @param error of a handler, or of what is around it
	 * @return its kind
	 */
	public static FailureKind of(Throwable error) {
		// No transaction began, so the event is not the cause.
		if (Causes.any(error, CannotCreateTransactionException.class::isInstance)) {
			return OUTAGE;
		}
		String state = state(error);
		if ((state != null) ? isOutage(state) : Causes.any(error, FailureKind::isOutage)) {
			return OUTAGE;
		}
		return Causes.any(error, FailureKind::isPoison) ? POISON : FAILURE;
	}

	/** The server's own state is more exact than the classes that drivers map it to. */
	private static @Nullable String state(Throwable error) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof R2dbcException database && database.getSqlState() != null
					&& database.getSqlState().length() == 5) {
				return database.getSqlState();
			}
		}
		return null;
	}

	private static boolean isOutage(String state) {
		return STATES_OF_OUTAGE.contains(state) || CLASSES_OF_OUTAGE.contains(state.substring(0, 2));
	}

	private static boolean isOutage(Throwable cause) {
		return OUTAGES.stream().anyMatch((type) -> type.isInstance(cause));
	}

	private static boolean isPoison(Throwable cause) {
		return cause instanceof PoisonException || cause instanceof IllegalArgumentException
				|| cause instanceof DateTimeException || cause instanceof ArithmeticException
				|| cause instanceof JacksonException;
	}

}
