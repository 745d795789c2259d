package city.plaza.billing.payment;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a {@link PaymentException}.
 *
 * @param value random
 */
record ExceptionId(@JsonValue UUID value) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	ExceptionId {
	}

	static ExceptionId random() {
		return new ExceptionId(UUID.randomUUID());
	}

	/** Reads the id in a path. */
	public static ExceptionId of(String text) {
		return new ExceptionId(UUID.fromString(text));
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
