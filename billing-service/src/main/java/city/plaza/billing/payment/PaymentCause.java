package city.plaza.billing.payment;

import city.plaza.billing.payment.provider.FailureReason;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a payment moves from one state to another. */
enum PaymentCause {

	/** The provider has a page on which the resident can pay. */
	CHECKOUT_OPENED,

	/** The provider has taken the money. */
	MONEY_TAKEN,

	/** The provider or the payer's bank refused, at once or days later. */
	REFUSED_BY_BANK,

	/** The resident gave it up. */
	CANCELLED_BY_RESIDENT,

	/** It was not paid in time. */
	TIME_ELAPSED,

	/** Finance has posted all of it. */
	POSTED_BY_FINANCE,

	/** The money has reached the city's bank. */
	SETTLED_BY_BANK,

	/** The money was taken back: returned check or chargeback. */
	TAKEN_BACK,

	/** The city gave a part of the money back. */
	REFUNDED_IN_PART,

	/** The city gave all of the money back. */
	REFUNDED_IN_FULL;

	/** As the API writes it. */
	@JsonValue
	String code() {
		return Codes.of(this);
	}

	static PaymentCause of(FailureReason reason) {
		return switch (reason) {
			case DECLINED, PROCESSING_ERROR -> REFUSED_BY_BANK;
			case CANCELLED -> CANCELLED_BY_RESIDENT;
			case EXPIRED -> TIME_ELAPSED;
		};
	}

}
