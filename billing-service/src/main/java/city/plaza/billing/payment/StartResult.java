package city.plaza.billing.payment;

/** How the wish to pay ended: with a payment, or with a no. */
sealed interface StartResult {

	record Started(StartedPayment payment) implements StartResult {
	}

	record Refused(PaymentRefusal refusal) implements StartResult {
	}

}
