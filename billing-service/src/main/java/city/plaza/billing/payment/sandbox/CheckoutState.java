package city.plaza.billing.payment.sandbox;

import java.util.Locale;

/** The states of a sandbox checkout. */
enum CheckoutState {

	OPEN, PAID, DECLINED, PROCESSING_ERROR, CANCELLED, EXPIRED;

	String code() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static CheckoutState of(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
