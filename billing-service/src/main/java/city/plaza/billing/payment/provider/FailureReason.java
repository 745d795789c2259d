package city.plaza.billing.payment.provider;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a payment ended without money moving. */
public enum FailureReason {

	/** The payer's bank refused. */
	DECLINED,

	/** The provider could not carry it out. */
	PROCESSING_ERROR,

	/** The resident gave it up. */
	CANCELLED,

	/** It was not paid in time. */
	EXPIRED;

	/** As API, events and tables write it, such as {@code processing-error}. */
	@JsonValue
	public String code() {
		return Codes.of(this);
	}

	/**
	 * Reads a stored code.
	 * @param code what {@link #code()} gave
	 * @return the reason
	 * @throws IllegalArgumentException if there is none of this code
	 */
	public static FailureReason of(String code) {
		return Codes.constant(FailureReason.class, code);
	}

}
