package city.plaza.billing.payment.sandbox;

import city.plaza.platform.database.Codes;

/** The states of a sandbox checkout. */
enum CheckoutState {

	OPEN, PAID, DECLINED, PROCESSING_ERROR, CANCELLED, EXPIRED;

	String code() {
		return Codes.of(this);
	}

	static CheckoutState of(String code) {
		return Codes.constant(CheckoutState.class, code);
	}

}
