package city.plaza.billing.payment;

/** The provider could not tell; ask again later. */
final class ProviderSilentException extends RuntimeException {

	ProviderSilentException(Throwable cause) {
		super("The payment provider gave no answer: " + cause.getMessage(), cause);
	}

}
