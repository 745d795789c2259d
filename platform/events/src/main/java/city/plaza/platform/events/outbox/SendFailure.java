package city.plaza.platform.events.outbox;

import java.util.List;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.failure.Outage;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/** Why a row was not sent, and so what to do. */
enum SendFailure {

	/** Kafka is down or the lease has expired: all rows wait. */
	OUTAGE,
	/** No permission: the topic waits until it is granted. */
	FORBIDDEN,
	/** Nothing will make this row fit: it is parked at once. */
	UNSENDABLE,
	/** Anything else: parked after a few tries. */
	UNKNOWN;

	private static final List<Class<? extends Exception>> UNSENDABLES = List.of(RecordTooLargeException.class,
			RecordBatchTooLargeException.class, InvalidTopicException.class, SerializationException.class);

	static SendFailure of(Throwable error) {
		if (Causes.any(error, (cause) -> UNSENDABLES.stream().anyMatch((type) -> type.isInstance(cause)))) {
			return UNSENDABLE;
		}
		if (Outage.of(error).filter((outage) -> outage != Outage.LATE).isPresent()
				|| Causes.any(error, LeaseExpiredException.class::isInstance)) {
			return OUTAGE;
		}
		return Causes.any(error, AuthorizationException.class::isInstance) ? FORBIDDEN : UNKNOWN;
	}

}
