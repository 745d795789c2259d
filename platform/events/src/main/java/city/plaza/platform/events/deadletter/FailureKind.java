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

/** What kind of failure kept an event from being applied, and so what to do about it. */
public enum Fault {

	/** Something we depend on is down: try until it is back, however long. */
	OUTAGE,
	/** The event itself: no try will do better. */
	POISON,
	/** Anything else: a few tries, then to the dead letters. */
	FAILURE;

	/** Connection exceptions (08) and insufficient resources (53). */
	private static final Set<String> CLASSES_OF_OUTAGE = Set.of("08", "53");

	/**
	 * Single SQL states of a server that is stopping, starting or read-only (a standby),
	 * failed on its disk, or was busy with others. A statement time-out (57014) is none
	 * of them: the same event may run into it for ever.
	 */
	private static final Set<String> STATES_OF_OUTAGE = Set.of("57P01", "57P02", "57P03", "57P04", "57P05", "40001",
			"40P01", "55P03", "58030", "25006");

	/** Looked at only where the server named no state. */
	private static final List<Class<? extends Exception>> OUTAGES = List.of(R2dbcTransientResourceException.class,
			R2dbcNonTransientResourceException.class, R2dbcTimeoutException.class,
			TransientDataAccessResourceException.class, DataAccessResourceFailureException.class,
			ConnectException.class, SocketException.class, SocketTimeoutException.class, UnknownHostException.class,
			ClosedChannelException.class, RetriableException.class);

	/**
	 * Judges an error by its causes.
	 * @param error of a handler, or of what is around it
	 * @return its kind
	 */
	public static Fault of(Throwable error) {
		// No transaction began, so it cannot be for the event.
		if (Causes.any(error, CannotCreateTransactionException.class::isInstance)) {
			return OUTAGE;
		}
		String state = state(error);
		if ((state != null) ? isOutage(state) : Causes.any(error, Fault::isOutage)) {
			return OUTAGE;
		}
		return Causes.any(error, Fault::isPoison) ? POISON : FAILURE;
	}

	/** What the server said; it knows better than the classes that drivers made of it. */
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
