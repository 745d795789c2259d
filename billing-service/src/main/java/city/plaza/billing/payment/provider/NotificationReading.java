package city.plaza.billing.payment.provider;

/** What a provider's adapter makes of a notification that claims to come from it. */
public sealed interface NotificationReading {

	/**
	 * It is the provider's own and fresh. It only names the payment to ask about.
	 *
	 * @param eventId the same when it is delivered again
	 * @param paymentId the payment that changed
	 */
	record Genuine(String eventId, PaymentId paymentId) implements NotificationReading {
	}

	/**
	 * Forged, altered or too old.
	 *
	 * @param why for the log; no part of the body
	 */
	record Refused(String why) implements NotificationReading {
	}

}
