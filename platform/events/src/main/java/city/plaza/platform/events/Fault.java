package city.plaza.platform.events;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What kind of failure kept an event from being applied, and so what to do about it. */
enum Fault {

	/** Something we depend on is away: try until it is back, however long. */
	OUTAGE,
	/** The event itself: no try will do better. */
	POISON,
	/** Anything else: a few tries, then aside with it. */
	FAILURE;

	/**
	 * SQL states of a server that is away, starting, full or busy, not of a wrong
	 * statement: connection (08), rolled back (40), resources (53), operator (57), system
	 * (58), lock not available, read-only standby.
	 */
	private static final Set<String> STATES_OF_OUTAGE = Set.of("08", "40", "53", "57", "58", "55P03", "25006");

	private static final List<Class<? extends Exception>> OUTAGES = List.of(R2dbcTransientException.class,
			R2dbcNonTransientResourceException.class, CannotCreateTransactionException.class,
			TransientDataAccessException.class, DataAccessResourceFailureException.class, IOException.class,
			TimeoutException.class, KafkaException.class);

	static Fault of(Throwable error) {
		if (Causes.any(error, Fault::isOutage)) {
			return OUTAGE;
		}
		return Causes.any(error, Fault::isPoison) ? POISON : FAILURE;
	}

	private static boolean isOutage(Throwable cause) {
		if (cause instanceof R2dbcException database && isOutage(database.getSqlState())) {
			return true;
		}
		return OUTAGES.stream().anyMatch((type) -> type.isInstance(cause));
	}

	private static boolean isOutage(@Nullable String state) {
		return state != null && (STATES_OF_OUTAGE.contains(state)
				|| (state.length() == 5 && STATES_OF_OUTAGE.contains(state.substring(0, 2))));
	}

	private static boolean isPoison(Throwable cause) {
		return cause instanceof PoisonException || cause instanceof IllegalArgumentException
				|| cause instanceof DateTimeException || cause instanceof ArithmeticException
				|| cause instanceof JacksonException;
	}

}
